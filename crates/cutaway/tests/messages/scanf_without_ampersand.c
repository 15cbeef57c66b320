#include <stdio.h>

int main(void)
{
    int x;
    scanf("%d", x);
    printf("%d\n", x);
    return 0;
}
