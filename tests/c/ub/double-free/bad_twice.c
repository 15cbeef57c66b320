/* C17 7.22.3.3p2: a block is freed once. */
#include <stdlib.h>

int main(void)
{
    int *p = malloc(sizeof *p);

    free(p);
    free(p); /* finds: double-free */
    return 0;
}
