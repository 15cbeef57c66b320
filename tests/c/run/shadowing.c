/* C17 6.2.1: scopes: file, parameter, block, for, tags and labels apart. */
#include <stdio.h>

int x = 1;
struct x {
    int x;
};

static int f(int x)
{
    {
        int x = 3;
        x++;
    }
    return x;
}

int main(void)
{
    printf("%d %d", x, f(2));
    int x = 4;
    struct x s = {5};
    {
        extern int x;
        printf(" %d", x);
        x = 6;
    }
    for (int x = 7; x < 8; x++) {
        int x = 9;
        printf(" %d", x);
    }
    {
        int y = x, x = y + 10;
        printf(" %d", x);
    }
    if (sizeof(enum { x2 = 11 }) && x2)
        printf(" %d", x2);
    goto x;
x:
    printf(" %d %d\n", x, s.x);
    return 0;
}
