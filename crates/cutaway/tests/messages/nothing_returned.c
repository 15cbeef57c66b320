#include <stdio.h>

int twice(int x)
{
    printf("%d\n", 2 * x);
    return;
}

int main(void)
{
    return twice(2);
}
