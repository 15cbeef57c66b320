#include <stdio.h>

int x;
x = 3;

int main(void)
{
    printf("%d\n", x);
    return 0;
}
