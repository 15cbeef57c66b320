/* C17 6.2.4p2: the next pointer is read before its node is freed. */
#include <stdlib.h>

struct node {
    struct node *next;
};

int main(void)
{
    struct node *head = NULL;

    for (int i = 0; i < 3; i++) {
        struct node *n = malloc(sizeof *n);

        if (n == NULL) {
            return 1;
        }
        n->next = head;
        head = n;
    }
    while (head != NULL) {
        struct node *next = head->next;

        free(head);
        head = next;
    }
    return 0;
}
