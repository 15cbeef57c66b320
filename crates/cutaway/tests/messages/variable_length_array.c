#include <stdio.h>

int main(void)
{
    int n = 3;
    int a[n] = {0};
    a[0] = 1;
    printf("%d\n", a[0]);
    return 0;
}
