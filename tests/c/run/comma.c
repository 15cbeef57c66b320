/* C17 6.5.17: the comma operator. */
#include <stdio.h>

int main(void)
{
    int a = (1, 2, 3);
    int i, j;

    for (i = 0, j = 10; i < j; i++, j--) {
    }
    printf("%d %d %d\n", a, i, j);
    i = 1, j = 2;
    printf("%d\n", (i++, j += i, i + j));
    return i = 0, i;
}
