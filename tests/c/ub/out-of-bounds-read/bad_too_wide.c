/* C17 6.3.2.1p1: the object is 4 bytes, the load 8. */
#include <stdlib.h>
#include <string.h>

int main(void)
{
    long *p = malloc(sizeof(int));
    long value;

    if (p == NULL) {
        return 1;
    }
    memset(p, 0, sizeof(int));
    value = *p; /* finds: out-of-bounds-read */
    free(p);
    return value != 0 && value == 0;
}
