/* C17 6.3.1.2: conversion to _Bool. */
#include <stdbool.h>
#include <stdio.h>

static bool is_set(int flags, int bit)
{
    return flags & bit;
}

int main(void)
{
    bool a = 5, b = 0, c = -1, d = 256;
    int x;
    bool p = &x;
    _Bool flags[3] = {2, 0, 1L << 40};

    printf("%d %d %d %d %d\n", a, b, c, d, p);
    printf("%d %d %d\n", flags[0], flags[1], flags[2]);
    printf("%d %d\n", is_set(0x100, 0x100), is_set(0x100, 1));
    printf("%d %d %d\n", a + a, !a, a & 2);
    b |= 4;
    printf("%d\n", b);
    b++;
    printf("%d\n", b);
    a = !b;
    printf("%d %zu\n", a, sizeof a);
    return 0;
}
