/* C17 6.2.4p2: the address lives again, but as another object. */
#include <stdlib.h>

int main(void)
{
    int *old = malloc(sizeof *old);
    int *fresh;

    if (old == NULL) {
        return 1;
    }
    free(old);
    fresh = malloc(sizeof *fresh);
    if (fresh == NULL) {
        return 1;
    }
    *fresh = 0;
    *old = 1; /* finds: use-after-free */
    free(fresh);
    return 0;
}
