/* C17 6.2.4p2: the dead pointer is handed on, and followed there. */
#include <stdlib.h>

static int first(const int *a)
{
    return a[0] == 99; /* finds: use-after-free */
}

int main(void)
{
    int *a = calloc(4, sizeof *a);
    int *b = a;

    if (a == NULL) {
        return 1;
    }
    free(a);
    return first(b);
}
