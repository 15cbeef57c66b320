/* C17 7.22.3.5p2: the bytes that realloc adds have no value. */
#include <stdlib.h>

int main(void)
{
    int *p = malloc(sizeof *p);
    int *q;

    if (p == NULL) {
        return 1;
    }
    *p = 1;
    q = realloc(p, 2 * sizeof *q);
    if (q == NULL) {
        return 1;
    }
    if (q[1] == 0) { /* finds: uninitialised-read */
        q[0] = 2;
    }
    free(q);
    return 0;
}
