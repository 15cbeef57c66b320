/* C17 6.5.6p8: before the first element. */
int main(void)
{
    int a[4] = {0};
    int i = -1;

    a[i] = 0; /* finds: out-of-bounds-write */
    return a[0];
}
