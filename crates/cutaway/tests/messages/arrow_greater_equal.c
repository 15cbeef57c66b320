#include <stdio.h>

int main(void)
{
    int x = 1;
    if (x => 1)
        puts("large");
    return 0;
}
