/* Policy: from a member back to its struct by offsetof, as much real code does. */
#include <stddef.h>

struct link {
    struct link *next;
};

struct item {
    int value;
    struct link link;
};

int main(void)
{
    struct item item = {0, {NULL}};
    struct link *link = &item.link;
    struct item *found = (struct item *)((char *)link - offsetof(struct item, link));

    return found->value;
}
