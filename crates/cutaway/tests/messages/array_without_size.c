#include <stdio.h>

int main(void)
{
    int a[];
    a[0] = 1;
    return a[0];
}
