/* Lesson: objects from malloc outlive the function that made them, until they are freed. */
#include <stdio.h>
#include <stdlib.h>

struct node {
    int value;
    struct node *next;
};

struct node *push(struct node *head, int value)
{
    struct node *node = malloc(sizeof *node);

    if (node == NULL) {
        exit(1);
    }
    node->value = value;
    node->next = head;
    return node;
}

void release(struct node *head)
{
    while (head != NULL) {
        struct node *next = head->next;

        free(head);
        head = next;
    }
}

int main(void)
{
    struct node *list = NULL;

    for (int i = 1; i <= 3; i++) {
        list = push(list, i * i);
    }
    for (struct node *n = list; n != NULL; n = n->next) {
        printf("%d\n", n->value);
    }
    release(list);
    return 0;
}
