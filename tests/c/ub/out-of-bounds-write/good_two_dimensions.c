/* C17 6.5.2.1p3: every element of every row. */
int main(void)
{
    int m[3][2];

    for (int row = 0; row < 3; row++) {
        for (int column = 0; column < 2; column++) {
            m[row][column] = 0;
        }
    }
    return m[2][1];
}
