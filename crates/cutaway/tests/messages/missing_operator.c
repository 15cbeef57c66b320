#include <stdio.h>

int main(void)
{
    int x = 3;
    int y = 2x;
    return y;
}
