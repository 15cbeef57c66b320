/* Lesson: a local without an initialiser starts with whatever was left at its place. */
#include <stdio.h>

int sum(const int *price, int count)
{
    int total;

    for (int i = 0; i < count; i++) {
        total += price[i];
    }
    return total;
}

int main(void)
{
    int price[3] = {10, 20, 30};

    printf("total = %d\n", sum(price, 3));
    return 0;
}
