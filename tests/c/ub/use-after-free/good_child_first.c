/* C17 6.2.4p2: the child is freed while the parent still holds the pointer. */
#include <stdlib.h>

struct parent {
    char *child;
};

int main(void)
{
    struct parent *parent = calloc(1, sizeof *parent);

    if (parent == NULL) {
        return 1;
    }
    parent->child = malloc(8);
    free(parent->child);
    free(parent);
    return 0;
}
