/* C17 6.5.13, 6.5.14: short circuits, and what is evaluated. */
#include <stdio.h>

static int say(int n, int value)
{
    printf("%d", n);
    return value;
}

int main(void)
{
    int r;

    r = say(1, 0) && say(2, 1);
    printf(" %d\n", r);
    r = say(1, 1) && say(2, 5);
    printf(" %d\n", r);
    r = say(1, 7) || say(2, 1);
    printf(" %d\n", r);
    r = say(1, 0) || say(2, 0);
    printf(" %d\n", r);
    r = say(1, 1) && (say(2, 0) || say(3, 1)) && !say(4, 0);
    printf(" %d\n", r);
    r = say(1, 0) || (say(2, 1) && say(3, 0)) || say(4, 9);
    printf(" %d\n", r);
    int *null = 0;
    printf("%d %d\n", null && *null, !null || *null);
    return 0;
}
