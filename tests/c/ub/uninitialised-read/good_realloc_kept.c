/* C17 7.22.3.5p2: what was stored before survives realloc. */
#include <stdlib.h>

int main(void)
{
    int *p = malloc(sizeof *p);
    int *q;
    int result;

    if (p == NULL) {
        return 1;
    }
    *p = 0;
    q = realloc(p, 100 * sizeof *q);
    if (q == NULL) {
        return 1;
    }
    result = q[0];
    free(q);
    return result;
}
