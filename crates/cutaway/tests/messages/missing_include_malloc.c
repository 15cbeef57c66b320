#include <stdio.h>

int main(void)
{
    int *p = malloc(10 * sizeof(int));
    p[0] = 1;
    printf("%d\n", p[0]);
    return 0;
}
