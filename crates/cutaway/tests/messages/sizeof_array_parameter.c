#include <stdio.h>

int sum(int numbers[10])
{
    int total = 0;
    for (unsigned i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        total += numbers[i];
    }
    return total;
}

int main(void)
{
    int numbers[10] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    printf("%d\n", sum(numbers));
    return 0;
}
