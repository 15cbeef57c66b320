/* C17 6.5.6p8: reading across the border is no better. */
struct record {
    int a[2];
    int b;
};

int main(void)
{
    struct record r = {{1, 2}, 3};
    int sum = 0;

    for (int i = 0; i < 3; i++) {
        sum += r.a[i]; /* finds: out-of-bounds-member */
    }
    return sum - sum;
}
