#include <stdio.h>

int thrice(int x);

int main(void)
{
    printf("%d\n", thrice(2));
    return 0;
}
