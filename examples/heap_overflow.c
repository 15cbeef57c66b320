/* Lesson: a write past a heap block destroys the allocator's own header of the next one. */
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    int *row = malloc(4 * sizeof *row);
    int *next = malloc(4 * sizeof *next);

    if (row == NULL || next == NULL) {
        return 1;
    }
    for (int i = 0; i <= 4; i++) {
        row[i] = i;
    }
    printf("row[3] = %d\n", row[3]);
    free(next);
    free(row);
    return 0;
}
