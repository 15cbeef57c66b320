/* insque.c: doubly linked lists; an element begins with its two links. POSIX. */
#include <search.h>

struct element {
    struct element *next;
    struct element *previous;
};

void insque(void *element, void *before)
{
    struct element *new = element;
    struct element *previous = before;

    new->previous = previous;
    new->next = NULL;
    if (previous == NULL) {
        return;
    }
    new->next = previous->next;
    previous->next = new;
    if (new->next != NULL) {
        new->next->previous = new;
    }
}

void remque(void *element)
{
    struct element *old = element;

    if (old->next != NULL) {
        old->next->previous = old->previous;
    }
    if (old->previous != NULL) {
        old->previous->next = old->next;
    }
}
