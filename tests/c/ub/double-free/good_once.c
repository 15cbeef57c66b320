/* C17 7.22.3.3p2: each block is freed once. */
#include <stdlib.h>

int main(void)
{
    int *p = malloc(sizeof *p);
    int *q = malloc(sizeof *q);

    free(p);
    free(q);
    return 0;
}
