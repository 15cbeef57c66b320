/* C17 6.5.6p7: a single object is an array of one. */
int main(void)
{
    int x = 0;
    int *p = &x;

    p[1] = 1; /* finds: out-of-bounds-write */
    return x;
}
