#include <stdio.h>

int main(void)
{
    int Total = 1;
    printf("%d\n", total);
    return 0;
}
