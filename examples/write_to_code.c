/* Lesson: the code section is read-only; writing to it ends the program with SIGSEGV. */
#include <stdio.h>

int answer(void)
{
    return 42;
}

int main(void)
{
    int *code = (int *)answer;

    printf("before: %d\n", answer());
    *code = 0;
    printf("after: %d\n", answer());
    return 0;
}
