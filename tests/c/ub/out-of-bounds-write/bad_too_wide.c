/* C17 6.3.2.1p1: the object is 4 bytes, the store 8. */
#include <stdlib.h>

int main(void)
{
    long *p = malloc(sizeof(int));

    if (p == NULL) {
        return 1;
    }
    *p = 1; /* finds: out-of-bounds-write */
    free(p);
    return 0;
}
