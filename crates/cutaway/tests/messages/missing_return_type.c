#include <stdio.h>

twice(int x)
{
    return 2 * x;
}

int main(void)
{
    printf("%d\n", twice(2));
    return 0;
}
