#include <stdio.h>

int main(void)
{
    int x = 0;
    whlie (x < 3)
        x++;
    return x;
}
