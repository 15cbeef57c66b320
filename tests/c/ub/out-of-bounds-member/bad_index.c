/* C17 6.5.6p8: past the array, inside the struct. */
struct record {
    int a[2];
    int b;
};

int main(void)
{
    struct record r = {{1, 2}, 3};
    int i = 2;

    r.a[i] = 4; /* finds: out-of-bounds-member */
    return 0;
}
