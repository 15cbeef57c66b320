#include <stdio.h>

int main(void)
{
    int *number;
    *number = 5;
    printf("%d\n", *number);
    return 0;
}
