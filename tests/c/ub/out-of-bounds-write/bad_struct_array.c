/* C17 6.5.6p8: the second of one. */
#include <stdlib.h>

struct pair {
    int a;
    int b;
};

int main(void)
{
    struct pair *p = malloc(sizeof *p);

    if (p == NULL) {
        return 1;
    }
    p[0].a = 1;
    p[1].a = 1; /* finds: out-of-bounds-write */
    free(p);
    return 0;
}
