/* C17 6.5.6p7: a single object is an array of one. */
int main(void)
{
    int x = 0;
    int y = 0;
    int *p = &x;

    (void)&y;
    return p[1] > p[0] + 1000000; /* finds: out-of-bounds-read */
}
