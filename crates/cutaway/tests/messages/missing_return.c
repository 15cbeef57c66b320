#include <stdio.h>

int twice(int x)
{
    int result = 2 * x;
}

int main(void)
{
    printf("%d\n", twice(2));
    return 0;
}
