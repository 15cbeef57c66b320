/* Lesson: adding 1 to a pointer moves it by one element, here 4 bytes. */
#include <stdio.h>

int main(void)
{
    int price[5] = {3, 1, 4, 1, 5};
    int *end = price + 5;
    int total = 0;

    for (int *p = price; p < end; p++) {
        total += *p;
    }
    printf("total = %d\n", total);
    return 0;
}
