/* C17 7.22.3.3p2: of two pointers to a block, the owner frees it. */
#include <stdlib.h>

struct owner {
    int *block;
};

int main(void)
{
    struct owner first = {malloc(4)};
    struct owner second = first;

    first.block = NULL;
    free(first.block);
    free(second.block);
    return 0;
}
