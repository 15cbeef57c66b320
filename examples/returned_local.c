/* Lesson: a pointer to a local is worth nothing once its function has returned. */
#include <stdio.h>

int *largest(int a, int b)
{
    int winner = a > b ? a : b;
    int *answer = &winner;

    return answer;
}

int main(void)
{
    int *p = largest(3, 7);

    printf("the largest is %d\n", *p);
    return 0;
}
