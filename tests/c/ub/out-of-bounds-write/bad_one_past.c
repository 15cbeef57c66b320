/* C17 6.5.6p8: one past the end may be pointed to, not written. */
int main(void)
{
    int a[4] = {0};
    int *end = a + 4;

    *end = 1; /* finds: out-of-bounds-write */
    return a[0];
}
