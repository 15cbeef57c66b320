/* C17 6.5.2.1: products of matrices, and a transposition in place. */
#include <stdio.h>

typedef long matrix[4][4];

static void multiply(matrix a, matrix b, matrix c)
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 4; j++) {
            c[i][j] = 0;
            for (int k = 0; k < 4; k++)
                c[i][j] += a[i][k] * b[k][j];
        }
}

static void transpose(matrix m)
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < i; j++) {
            long t = m[i][j];

            m[i][j] = m[j][i];
            m[j][i] = t;
        }
}

int main(void)
{
    matrix a, b, c;

    for (int i = 0; i < 16; i++) {
        a[i / 4][i % 4] = i;
        b[i / 4][i % 4] = i * i - 20;
    }
    multiply(a, b, c);
    transpose(c);
    for (int i = 0; i < 4; i++)
        printf("%ld %ld %ld %ld\n", c[i][0], c[i][1], c[i][2], c[i][3]);
    return 0;
}
