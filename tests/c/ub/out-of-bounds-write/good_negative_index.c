/* C17 6.5.6p8: a negative index from the middle stays inside. */
int main(void)
{
    int a[4] = {1, 1, 1, 1};
    int *end = a + 4;

    end[-1] = 0;
    end[-4] = 0;
    return a[0] + a[3];
}
