/* C17 6.5.6p8: a struct in the heap has inner borders, too. */
#include <stdlib.h>

struct record {
    int a[4];
    int b[4];
};

int main(void)
{
    struct record *r = calloc(1, sizeof *r);

    if (r == NULL) {
        return 1;
    }
    for (int i = 0; i < 8; i++) {
        r->a[i] = i; /* finds: out-of-bounds-member */
    }
    free(r);
    return 0;
}
