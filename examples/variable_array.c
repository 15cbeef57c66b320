/* Lesson: an array of a length that is computed lies below its function's frame, and comes and goes with its block. */
#include <stdio.h>

int main(void)
{
    for (int n = 1; n <= 3; n++) {
        int squares[n];

        for (int i = 0; i < n; i++) {
            squares[i] = i * i;
        }
        printf("%zu bytes, the last element is %d\n", sizeof squares, squares[n - 1]);
    }
    return 0;
}
