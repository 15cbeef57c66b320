/* Policy: a pointer to a scalar member, seen as characters, leads to the whole struct. */
#include <stddef.h>

struct item {
    long before;
    int key;
    int value;
};

static struct item *item_of(int *key)
{
    return (struct item *)((char *)key - offsetof(struct item, key));
}

int main(void)
{
    struct item item = {1, 2, 0};

    return item_of(&item.key)->value;
}
