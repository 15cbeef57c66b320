/* C17 6.8.4.1: if, else, and to whom an else belongs. */
#include <stdio.h>

static int classify(int a, int b)
{
    if (a)
        if (b)
            return 1;
        else
            return 2;
    if (!a) {
        if (b)
            return 3;
    } else
        return 4;
    return 5;
}

int main(void)
{
    int *null = 0, x = 1;

    printf("%d %d %d %d\n", classify(1, 1), classify(1, 0), classify(0, 1), classify(0, 0));
    if (null)
        puts("null");
    else if (&x)
        puts("not null");
    if (x == 1)
        ;
    else
        puts("never");
    if (0x100000000)
        puts("long condition");
    return 0;
}
