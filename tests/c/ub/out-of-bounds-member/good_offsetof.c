/* C17 7.19p3: from the struct to a member by offsetof. */
#include <stddef.h>

struct record {
    char c;
    long number;
};

int main(void)
{
    struct record r = {'a', 1};
    long *number = (long *)((char *)&r + offsetof(struct record, number));

    *number = 0;
    return (int)r.number;
}
