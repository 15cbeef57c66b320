/* C17 6.5.6p8: out of an array in a struct in a struct. */
struct inner {
    short values[2];
};

struct outer {
    struct inner inner;
    short next;
};

int main(void)
{
    struct outer outer = {{{1, 2}}, 3};
    short *values = outer.inner.values;

    values[2] = 4; /* finds: out-of-bounds-member */
    return 0;
}
