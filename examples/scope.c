/* Lesson: a block's locals end with the block, even when a pointer to one is left over. */
#include <stdio.h>

int main(void)
{
    int *p;

    {
        int inner = 5;

        p = &inner;
        printf("inside: %d\n", *p);
    }
    printf("outside: %d\n", *p);
    return 0;
}
