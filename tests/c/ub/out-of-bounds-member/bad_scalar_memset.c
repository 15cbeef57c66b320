/* C17 6.5.6p8: given to the library, a pointer to a member is one to that member. */
#include <string.h>

struct record {
    int number;
    int next;
};

int main(void)
{
    struct record r = {1, 0};

    memset(&r.number, 0, 8); /* finds: out-of-bounds-member */
    return r.next;
}
