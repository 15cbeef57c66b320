/* C17 7.22.3.1: what aligned_alloc and calloc return is freed as well. */
#include <stdlib.h>

int main(void)
{
    char *p = aligned_alloc(64, 64);
    char *q = calloc(3, 7);

    free(q);
    free(p);
    return 0;
}
