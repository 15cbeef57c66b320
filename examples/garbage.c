/* Lesson: a popped frame is not erased; the next function finds its garbage. */
#include <stdio.h>

void remember(void)
{
    int secret = 1234;

    printf("remember: %d\n", secret);
}

void reveal(void)
{
    int found;

    printf("reveal: %d\n", found);
}

int main(void)
{
    remember();
    reveal();
    return 0;
}
