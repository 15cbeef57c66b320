/* C17 7.22.3.3p2: a member that does not come first is not the block. */
#include <stdlib.h>

struct node {
    struct node *next;
    int value;
};

int main(void)
{
    struct node *node = malloc(sizeof *node);

    free(&node->value); /* finds: invalid-free */
    free(node);
    return 0;
}
