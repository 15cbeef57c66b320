#include <stdio.h>

void increment(int *n)
{
    *n += 1;
}

int main(void)
{
    int x = 1;
    increment(x);
    printf("%d\n", x);
    return 0;
}
