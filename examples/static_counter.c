/* Lesson: a static local keeps its value between calls, since it is not in any frame. */
#include <stdio.h>

int next_number(void)
{
    static int number = 100;

    number++;
    return number;
}

int main(void)
{
    int first = next_number();
    int second = next_number();
    int third = next_number();

    printf("%d %d %d\n", first, second, third);
    return 0;
}
