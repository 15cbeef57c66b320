/* C17 7.22.3.3p2: two structs own one block, and each frees it. */
#include <stdlib.h>

struct owner {
    int *block;
};

static void release(struct owner *owner)
{
    free(owner->block); /* finds: double-free */
    owner->block = NULL;
}

int main(void)
{
    struct owner first = {malloc(4)};
    struct owner second = first;

    release(&first);
    release(&second);
    return 0;
}
