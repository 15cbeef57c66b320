/* C17 6.5.6p8: a pointer to rows walks from row to row. */
int main(void)
{
    int m[3][2];
    int (*row)[2];

    for (row = m; row < m + 3; row++) {
        for (int *p = *row; p < *row + 2; p++) {
            *p = 0;
        }
    }
    return m[2][1];
}
