/* C17 6.5.6p8: every element and no more. */
int main(void)
{
    int a[4];

    for (int i = 0; i < 4; i++) {
        a[i] = 0;
    }
    return a[3];
}
