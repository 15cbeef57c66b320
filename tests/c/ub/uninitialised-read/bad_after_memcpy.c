/* C17 6.2.4p6: memcpy copies the want of a value silently; the read of the copy is the error. */
#include <string.h>

struct pair {
    int a;
    int b;
};

int main(void)
{
    struct pair from;
    struct pair to;

    from.a = 1;
    memcpy(&to, &from, sizeof to);
    return to.b > to.a - 1; /* finds: uninitialised-read */
}
