/* RISC-V: frames and objects larger than a 12-bit offset reaches. */
#include <stdio.h>

struct large {
    char bytes[5000];
    int last;
};

static int global[20000];

static int sum(struct large l, int n)
{
    int far[3000];
    int near = n;

    for (int i = 0; i < 3000; i++)
        far[i] = i;
    l.bytes[4999] = 1;
    return far[2999] + near + l.last + l.bytes[4999];
}

static struct large make(int n)
{
    struct large l = {{0}, n};

    return l;
}

int main(void)
{
    struct large l = make(7);
    int x = 1;

    l.last++;
    global[19999] = 5;
    printf("%d %d %d\n", sum(l, 10), l.bytes[4999], global[19999] + x);
    printf("%d\n", make(9).last);
    return 0;
}
