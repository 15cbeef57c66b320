/* C17 7.22.3.3p2: the same variable, another block. */
#include <stdlib.h>

int main(void)
{
    char *p = malloc(10);

    free(p);
    p = malloc(10);
    free(p);
    return 0;
}
