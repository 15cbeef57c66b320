/* Lesson: freed memory soon belongs to somebody else, and an old pointer still reaches it. */
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    int *mine = malloc(sizeof *mine);
    int *yours;

    if (mine == NULL) {
        return 1;
    }
    *mine = 42;
    free(mine);

    yours = malloc(sizeof *yours);
    if (yours == NULL) {
        return 1;
    }
    *yours = 7;
    *mine = 13;
    printf("yours = %d\n", *yours);
    free(yours);
    return 0;
}
