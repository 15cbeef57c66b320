/* C17 6.2.4p6: the diagonal is stored, the corner is read. */
int main(void)
{
    long m[2][2];

    m[0][0] = 1;
    m[1][1] = 1;
    return m[0][1] == 1; /* finds: uninitialised-read */
}
