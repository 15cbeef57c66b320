/* C17 6.5.6p8: the last element of an array in a struct. */
struct record {
    int a[2];
    int b;
};

int main(void)
{
    struct record r = {{1, 2}, 3};

    r.a[1] = 0;
    return r.a[1];
}
