#include <stdio.h>

int main(void)
{
    int sum = 0;
    for (int i = 0; i < 3; i++);
    {
        sum += 1;
    }
    printf("%d\n", sum);
    return 0;
}
