#include <stdio.h>

int main(void)
{
    int numbers[3] = {1, 2, 3};
    int sum;
    for (int i = 0; i < 3; i++) {
        sum += numbers[i];
    }
    printf("%d\n", sum);
    return 0;
}
