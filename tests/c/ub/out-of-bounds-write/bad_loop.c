/* C17 6.5.6p8: one step too many. */
int main(void)
{
    int a[4];

    for (int i = 0; i <= 4; i++) {
        a[i] = 0; /* finds: out-of-bounds-write */
    }
    return a[0];
}
