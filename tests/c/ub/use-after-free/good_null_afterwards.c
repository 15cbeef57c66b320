/* C17 7.22.3.3p2: the pointer is made null, and null may be freed. */
#include <stdlib.h>

int main(void)
{
    int *p = malloc(sizeof *p);

    free(p);
    p = NULL;
    free(p);
    return p == NULL ? 0 : 1;
}
