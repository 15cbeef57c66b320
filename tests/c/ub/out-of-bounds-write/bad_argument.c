/* C17 6.5.6p8: the function believes its count. */
static void fill(int *a, int count)
{
    for (int i = 0; i < count; i++) {
        a[i] = i; /* finds: out-of-bounds-write */
    }
}

int main(void)
{
    int a[4];

    fill(a, 5);
    return a[0];
}
