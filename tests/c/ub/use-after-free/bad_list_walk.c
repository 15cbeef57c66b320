/* C17 6.2.4p2: the next pointer is read from a node just freed. */
#include <stdlib.h>

struct node {
    long value;
    long other;
    struct node *next;
};

int main(void)
{
    struct node *head = calloc(1, sizeof *head);

    if (head == NULL) {
        return 1;
    }
    for (struct node *n = head; n != NULL;) {
        free(n);
        n = n->next; /* finds: use-after-free */
    }
    return 0;
}
