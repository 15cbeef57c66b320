#include <stdio.h>

int twice(int a)
{
    return 2 * a;
}

int main(void)
{
    printf("%d\n", twice(1, 2));
    return 0;
}
