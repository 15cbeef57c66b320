/* C17 6.5.6p8: the end of a row is where the next one begins; it is only compared. */
int main(void)
{
    int m[2][3] = {{1, 2, 3}, {4, 5, 6}};
    int *end = m[0] + 3;

    return end == m[1] ? 0 : 1;
}
