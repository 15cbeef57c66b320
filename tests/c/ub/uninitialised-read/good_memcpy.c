/* C17 7.24.2.1: memcpy of a struct that is only half stored. */
#include <string.h>

struct pair {
    int a;
    int b;
};

int main(void)
{
    struct pair from;
    struct pair to;

    from.a = 0;
    memcpy(&to, &from, sizeof to);
    return to.a;
}
