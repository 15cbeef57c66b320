/* C17 6.5.6p8: one step too many. */
int main(void)
{
    int a[4] = {1, 2, 3, 4};
    int sum = 0;

    for (int i = 0; i <= 4; i++) {
        sum += a[i]; /* finds: out-of-bounds-read */
    }
    return sum - sum;
}
