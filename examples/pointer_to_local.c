/* Lesson: with a pointer, a function reaches into the frame of its caller. */
#include <stdio.h>

void swap(int *a, int *b)
{
    int old = *a;

    *a = *b;
    *b = old;
}

int main(void)
{
    int left = 1;
    int right = 2;

    swap(&left, &right);
    printf("left = %d, right = %d\n", left, right);
    return 0;
}
