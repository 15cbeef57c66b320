/* Policy: from a member of union type, the last one, back to its struct. */
#include <stddef.h>

union value {
    long number;
    char text[8];
};

struct item {
    int tag;
    union value value;
};

int main(void)
{
    struct item item = {0, {5}};
    union value *value = &item.value;
    struct item *found = (struct item *)((char *)value - offsetof(struct item, value));

    return found->tag;
}
