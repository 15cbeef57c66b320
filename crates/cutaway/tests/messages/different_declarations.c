#include <stdio.h>

int twice(int x);

double twice(int x)
{
    return 2 * x;
}

int main(void)
{
    return 0;
}
