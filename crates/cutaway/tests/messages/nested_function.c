#include <stdio.h>

int main(void)
{
    int twice(int x)
    {
        return 2 * x;
    }

    printf("%d\n", twice(2));
    return 0;
}
