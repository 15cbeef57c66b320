#include <stdio.h>

int main(void)
{
    int count = 3;
    for (i = 0; i < count; i++)
        printf("%d\n", i);
    return 0;
}
