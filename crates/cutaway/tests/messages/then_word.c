#include <stdio.h>

int main(void)
{
    int x = 1;
    if (x > 0) then
        puts("positive");
    return 0;
}
