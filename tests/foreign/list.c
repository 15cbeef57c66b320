#include <stdio.h>
#include <stdlib.h>
struct node { int value; struct node *next; };
static int total;
static int sum(const struct node *list)
{
    int result = 0;
    for (const struct node *at = list; at; at = at->next)
        result += at->value;
    return result;
}
int main(int argc, char **argv)
{
    struct node *list = NULL;
    for (int i = 0; i < 3; i++) {
        struct node *node = malloc(sizeof *node);
        node->value = i * i;
        node->next = list;
        list = node;
    }
    total = sum(list);
    printf("total %d, %d arguments, %s\n", total, argc, argv[argc - 1]);
    return total;
}
