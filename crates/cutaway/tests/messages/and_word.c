#include <stdio.h>

int main(void)
{
    int x = 1;
    if (x > 0 and x < 3)
        puts("between");
    return 0;
}
