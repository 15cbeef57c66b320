/* Eight queens by backtracking. */
#include <stdio.h>

static int row_of[8], solutions;

static int safe(int column, int row)
{
    for (int c = 0; c < column; c++) {
        int d = row_of[c] - row;

        if (d == 0 || d == column - c || d == c - column)
            return 0;
    }
    return 1;
}

static void place(int column)
{
    if (column == 8) {
        if (solutions++ == 0) {
            for (int c = 0; c < 8; c++)
                printf("%d", row_of[c]);
            puts("");
        }
        return;
    }
    for (int row = 0; row < 8; row++)
        if (safe(column, row)) {
            row_of[column] = row;
            place(column + 1);
        }
}

int main(void)
{
    place(0);
    printf("%d\n", solutions);
    return 0;
}
