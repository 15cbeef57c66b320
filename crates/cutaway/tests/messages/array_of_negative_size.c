#include <stdio.h>

int main(void)
{
    int a[-1];
    a[0] = 1;
    return a[0];
}
