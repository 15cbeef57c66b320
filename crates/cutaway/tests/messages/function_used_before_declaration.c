#include <stdio.h>

int main(void)
{
    printf("%d\n", twice(2));
    return 0;
}

int twice(int x)
{
    return 2 * x;
}
