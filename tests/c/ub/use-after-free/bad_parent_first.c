/* C17 6.2.4p2: the parent, which holds the pointer, was freed first. */
#include <stdlib.h>

struct parent {
    long padding[2];
    char *child;
};

int main(void)
{
    struct parent *parent = calloc(1, sizeof *parent);

    if (parent == NULL) {
        return 1;
    }
    free(parent);
    free(parent->child); /* finds: use-after-free */
    return 0;
}
