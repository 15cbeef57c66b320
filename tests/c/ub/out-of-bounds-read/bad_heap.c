/* C17 6.5.6p8: past a heap block. */
#include <stdlib.h>

int main(void)
{
    int *p = calloc(4, sizeof *p);
    int big = 0;

    if (p == NULL) {
        return 1;
    }
    for (int i = 0; i <= 4; i++) {
        big += p[i] > 100; /* finds: out-of-bounds-read */
    }
    free(p);
    return big - big;
}
