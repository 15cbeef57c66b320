/* Lesson: a two-dimensional array is an array of rows, one after the other in memory. */
#include <stdio.h>

enum { SIZE = 3 };

void multiply(int a[SIZE][SIZE], int b[SIZE][SIZE], int product[SIZE][SIZE])
{
    for (int row = 0; row < SIZE; row++) {
        for (int column = 0; column < SIZE; column++) {
            int sum = 0;

            for (int k = 0; k < SIZE; k++) {
                sum += a[row][k] * b[k][column];
            }
            product[row][column] = sum;
        }
    }
}

void show(int matrix[SIZE][SIZE])
{
    for (int row = 0; row < SIZE; row++) {
        for (int column = 0; column < SIZE; column++) {
            printf("%5d", matrix[row][column]);
        }
        printf("\n");
    }
}

int main(void)
{
    int a[SIZE][SIZE] = {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}};
    int b[SIZE][SIZE] = {{0, 1, 0}, {1, 0, 0}, {0, 0, 2}};
    int product[SIZE][SIZE];

    multiply(a, b, product);
    show(product);
    return 0;
}
