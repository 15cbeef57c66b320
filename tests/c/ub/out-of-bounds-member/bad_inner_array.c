/* C17 6.5.2.1p3: past the end of a row, into the next one. */
int main(void)
{
    int m[2][3] = {{0}};
    int column = 3;

    m[0][column] = 1; /* finds: out-of-bounds-member */
    return 0;
}
