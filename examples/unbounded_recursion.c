/* Lesson: without an end, a recursion fills the stack, frame upon frame, up to its guard page. */
#include <stdio.h>

int countdown(int n)
{
    int here = n;

    if (n == 0) {
        return here;
    }
    return countdown(n - 2) + here;
}

int main(void)
{
    printf("from 10: %d\n", countdown(10));
    printf("from 9: %d\n", countdown(9));
    return 0;
}
