/* C17 7.22.3.5: what realloc took away is no longer there. */
#include <stdlib.h>

int main(void)
{
    int *p = malloc(10 * sizeof *p);
    int *q;

    if (p == NULL) {
        return 1;
    }
    q = realloc(p, 5 * sizeof *q);
    if (q == NULL) {
        return 1;
    }
    q[4] = 1;
    q[5] = 1; /* finds: out-of-bounds-write */
    free(q);
    return 0;
}
