/* Lesson: nothing is mapped at address 0, so following a null pointer ends with SIGSEGV. */
#include <stdio.h>

struct node {
    int value;
    struct node *next;
};

int last_value(struct node *list)
{
    while (list->next != NULL) {
        list = list->next;
    }
    return list->value;
}

int main(void)
{
    struct node only = {5, NULL};

    printf("one node: %d\n", last_value(&only));
    printf("no node: %d\n", last_value(NULL));
    return 0;
}
