/* Lesson: C does not stop a loop that runs past an array; it overwrites the neighbour. */
#include <stdio.h>

int main(void)
{
    int before = 1;
    int grade[4];
    int after = 2;

    for (int i = 0; i <= 4; i++) {
        grade[i] = 90 + i;
    }
    printf("before = %d, grade[0] = %d, after = %d\n", before, grade[0], after);
    return 0;
}
