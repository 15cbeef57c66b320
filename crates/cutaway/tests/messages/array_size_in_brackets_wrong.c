#include <stdio.h>

int main(void)
{
    int[3] a;
    a[0] = 1;
    return a[0];
}
