#include <stdio.h>

int main(void)
{
    const int size = 3;
    size = 4;
    printf("%d\n", size);
    return 0;
}
