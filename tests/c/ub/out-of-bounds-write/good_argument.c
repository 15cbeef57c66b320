/* C17 6.5.6p8: a part of an array is passed with its own count. */
static void fill(int *a, int count)
{
    for (int i = 0; i < count; i++) {
        a[i] = 0;
    }
}

int main(void)
{
    int a[4] = {0};

    fill(a + 1, 3);
    fill(&a[4], 0);
    return a[3];
}
