#include <stdio.h>

int main(void)
{
    int x = 1;
    int *p = &x;
    int y = p + 1;
    return y;
}
