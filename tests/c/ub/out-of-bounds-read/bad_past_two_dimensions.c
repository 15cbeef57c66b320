/* C17 6.5.6p8: past the last row, and so past the whole. */
int m[2][3] = {{1, 2, 3}, {4, 5, 6}};

int main(void)
{
    int row = 2;

    return m[row][0] == 7; /* finds: out-of-bounds-read */
}
