/* C17 6.5.6p8: every element and no more. */
int main(void)
{
    int a[4] = {1, 2, 3, 4};
    int sum = 0;

    for (int i = 0; i < 4; i++) {
        sum += a[i];
    }
    return sum - 10;
}
