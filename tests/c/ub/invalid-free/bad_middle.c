/* C17 7.22.3.3p2: not the start of the block. */
#include <stdlib.h>

int main(void)
{
    char *p = malloc(10);

    free(p + 1); /* finds: invalid-free */
    free(p);
    return 0;
}
