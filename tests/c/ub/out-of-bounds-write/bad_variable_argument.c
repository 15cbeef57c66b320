/* C17 6.5.6p8: a function that is given a variable length array may go no further than its caller. */
static void clear(char *bytes, int count)
{
    for (int i = 0; i < count; i++) {
        bytes[i] = 0; /* finds: out-of-bounds-write */
    }
}

static int begin(int n)
{
    char name[n];

    clear(name, n + 1);
    return name[0];
}

int main(void)
{
    return begin(7);
}
