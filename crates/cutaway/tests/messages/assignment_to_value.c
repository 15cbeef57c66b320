#include <stdio.h>

int main(void)
{
    int x = 1;
    x + 1 = 2;
    5 = x;
    return x;
}
