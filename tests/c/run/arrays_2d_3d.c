/* C17 6.5.2.1p3: arrays of arrays. */
#include <stdio.h>

static int sum(int m[][4], int rows)
{
    int s = 0;

    for (int i = 0; i < rows; i++)
        for (int j = 0; j < 4; j++)
            s += m[i][j];
    return s;
}

int main(void)
{
    int m[3][4] = {{1, 2, 3, 4}, {5, 6}, {7}};
    char c[2][3][4] = {{"abc", "def"}, {"ghi", "jkl", "mno"}};
    int (*row)[4] = m + 1;
    char (*plane)[3][4] = &c[1];

    printf("%d %d %d\n", sum(m, 3), m[1][1], m[2][3]);
    printf("%d %d %d\n", row[0][1], (*row)[0], row[1][0]);
    printf("%s %s %s\n", c[0][1], c[1][2], (*plane)[1]);
    printf("%zu %zu %zu\n", sizeof m, sizeof m[0], sizeof c[0]);
    printf("%d %d\n", *(*(m + 1) + 1), 2 [m][0]);
    printf("%d\n", (int)(&m[2] - &m[0]));
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 3; j++)
            for (int k = 0; k < 3; k++)
                c[i][j][k] = (char)('a' + i * 9 + j * 3 + k);
    printf("%c%c%c\n", c[0][0][0], c[1][0][0], c[1][2][2]);
    return 0;
}
