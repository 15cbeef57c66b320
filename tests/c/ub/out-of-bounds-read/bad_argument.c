/* C17 6.5.6p8: the function believes its count. */
static int sum(const int *a, int count)
{
    int sum = 0;

    while (count-- > 0) {
        sum += *a++; /* finds: out-of-bounds-read */
    }
    return sum;
}

int main(void)
{
    int a[3] = {1, 2, 3};
    int all = sum(a, 4);

    return all - all;
}
