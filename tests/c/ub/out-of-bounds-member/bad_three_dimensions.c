/* C17 6.5.2.1p3: the middle index is too large; the whole is large enough. */
int main(void)
{
    static char cube[3][3][3];
    int middle = 3;

    cube[0][middle][0] = 1; /* finds: out-of-bounds-member */
    return 0;
}
