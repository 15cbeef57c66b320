/* C17 7.22.3.5: what realloc added may be written. */
#include <stdlib.h>

int main(void)
{
    int *p = malloc(2 * sizeof *p);
    int *q;

    if (p == NULL) {
        return 1;
    }
    q = realloc(p, 20 * sizeof *q);
    if (q == NULL) {
        return 1;
    }
    q[19] = 1;
    free(q);
    return 0;
}
