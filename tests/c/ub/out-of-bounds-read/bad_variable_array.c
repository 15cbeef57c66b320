/* C17 6.5.6p8: one element behind a variable length array. */
static int last(int n)
{
    int values[n];

    for (int i = 0; i < n; i++) {
        values[i] = i;
    }
    return values[n]; /* finds: out-of-bounds-read */
}

int main(void)
{
    return last(4) == 12345;
}
