/* C17 7.22.3.5p2: realloc ends the old object, whether or not the new one is elsewhere. */
#include <stdlib.h>

int main(void)
{
    int *p = malloc(4 * sizeof *p);
    int *q;

    if (p == NULL) {
        return 1;
    }
    p[0] = 1;
    q = realloc(p, 400 * sizeof *q);
    if (q == NULL) {
        return 1;
    }
    p[0] = 2; /* finds: use-after-free */
    free(q);
    return 0;
}
