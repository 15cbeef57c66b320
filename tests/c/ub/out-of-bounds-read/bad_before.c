/* C17 6.5.6p8: the search runs out at the front. */
int main(void)
{
    int a[4] = {5, 6, 7, 8};
    int i = 3;

    while (i >= -1 && a[i] != 4) { /* finds: out-of-bounds-read */
        i--;
    }
    return 0;
}
