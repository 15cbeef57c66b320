/* GNU C: what `alloca` gives lives until the function returns, and is passed on. */
#include <alloca.h>
#include <string.h>

struct node {
    struct node *next;
    int value;
};

int main(void)
{
    struct node *list = 0;
    int total = 0;

    for (int i = 0; i < 4; i++) {
        struct node *node = alloca(sizeof *node);

        node->next = list;
        node->value = i;
        list = node;
    }
    for (struct node *each = list; each; each = each->next) {
        total += each->value;
    }
    return total != 6;
}
