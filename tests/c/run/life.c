/* The game of life on a torus: a glider after 8 generations. */
#include <stdio.h>

enum { SIZE = 8 };

static int neighbours(char world[SIZE][SIZE], int y, int x)
{
    int n = 0;

    for (int dy = -1; dy <= 1; dy++)
        for (int dx = -1; dx <= 1; dx++)
            if (dx || dy)
                n += world[(y + dy + SIZE) % SIZE][(x + dx + SIZE) % SIZE] == '#';
    return n;
}

int main(void)
{
    char worlds[2][SIZE][SIZE] = {{".#......", "..#.....", "###.....", "........", "........",
                                   "........", "........", "........"}};
    int now = 0;

    for (int generation = 0; generation < 8; generation++, now = !now)
        for (int y = 0; y < SIZE; y++)
            for (int x = 0; x < SIZE; x++) {
                int n = neighbours(worlds[now], y, x);

                worlds[!now][y][x] = n == 3 || (n == 2 && worlds[now][y][x] == '#') ? '#' : '.';
            }
    for (int y = 0; y < SIZE; y++)
        printf("%.*s\n", SIZE, worlds[now][y]);
    return 0;
}
