/* C17 7.24.6.1: the whole struct, by address and size. */
#include <string.h>

struct record {
    char name[3];
    int a[2];
    int b;
};

int main(void)
{
    struct record r = {"ab", {1, 2}, 3};
    struct record s;

    memcpy(&s, &r, sizeof s);
    memset(&r, 0, sizeof r);
    return r.b + s.b - 3;
}
