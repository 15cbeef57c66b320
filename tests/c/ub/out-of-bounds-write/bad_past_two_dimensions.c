/* C17 6.5.6p8: past the last row, and so past the whole. */
int main(void)
{
    int m[2][2] = {{0}};
    int row = 2;

    m[row][0] = 1; /* finds: out-of-bounds-write */
    return m[0][0];
}
