#include <stdio.h>

int main(void)
{
    int x = 1;
    printf("%d\n", int x);
    return 0;
}
