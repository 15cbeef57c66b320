/* C17 6.5.6p8: from the middle, both ways. */
int main(void)
{
    int a[5] = {1, 2, 3, 4, 5};
    int *middle = a + 2;

    return middle[-2] + middle[2] - 6;
}
