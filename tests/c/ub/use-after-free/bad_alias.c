/* C17 6.2.4p2: a second pointer to the same block is as dead as the first. */
#include <stdlib.h>

int main(void)
{
    char *p = malloc(8);
    char *q = p;

    if (p == NULL) {
        return 1;
    }
    free(p);
    p = NULL;
    q[7] = 'x'; /* finds: use-after-free */
    return 0;
}
