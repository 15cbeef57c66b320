/* C17 6.7.2.1p15: a pointer to the first member is one to the struct. */
#include <stdlib.h>

struct node {
    int value;
    struct node *next;
};

int main(void)
{
    struct node *node = malloc(sizeof *node);

    free(&node->value);
    return 0;
}
