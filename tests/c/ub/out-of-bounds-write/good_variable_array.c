/* C17 6.7.6.2: arrays of lengths that are computed, in loops, of two dimensions, and passed on. */
#include <string.h>

static double sum(int rows, int columns, double grid[rows][columns])
{
    double total = 0;

    for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
            total += grid[row][column];
        }
    }
    return total;
}

int main(void)
{
    double total = 0;

    for (int n = 1; n < 6; n++) {
        double grid[n][n + 1];
        char text[sizeof grid];

        memset(grid, 0, sizeof grid);
        memcpy(text, grid, sizeof text);
        grid[n - 1][n] = 1.5;
        total += sum(n, n + 1, grid) + text[sizeof text - 1];
    }
    return total != 7.5;
}
