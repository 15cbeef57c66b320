/* C17 6.2.4p2: a pointer into the block dies with the block. */
#include <stdlib.h>

struct record {
    int a;
    int b[10];
};

int main(void)
{
    struct record *r = calloc(1, sizeof *r);
    int *b;

    if (r == NULL) {
        return 1;
    }
    b = &r->b[9];
    free(r);
    return *b != 0; /* finds: use-after-free */
}
