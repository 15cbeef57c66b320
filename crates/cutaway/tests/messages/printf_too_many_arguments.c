#include <stdio.h>

int main(void)
{
    int x = 3;
    printf("%d\n", x, 4);
    printf("three\n", x);
    return 0;
}
