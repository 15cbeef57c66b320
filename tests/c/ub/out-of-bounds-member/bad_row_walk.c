/* C17 6.5.6p8: a pointer into the first row walks over all rows. */
int main(void)
{
    int m[2][3] = {{0}};
    int *p = m[0];

    for (int i = 0; i < 6; i++) {
        *p++ = i; /* finds: out-of-bounds-member */
    }
    return 0;
}
