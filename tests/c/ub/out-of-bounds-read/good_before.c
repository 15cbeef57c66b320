/* C17 6.5.13p4: the index is tested before it is used. */
int main(void)
{
    int a[4] = {5, 6, 7, 8};
    int i = 3;

    while (i >= 0 && a[i] != 4) {
        i--;
    }
    return i + 1;
}
