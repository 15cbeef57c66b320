#include <stdio.h>

int main(void)
{
    int x = 5;
    if (0 < x < 3)
        puts("between");
    return 0;
}
