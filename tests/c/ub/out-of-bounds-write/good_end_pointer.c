/* C17 6.5.6p8: one past the end is formed and compared, never written through. */
int main(void)
{
    int a[4];

    for (int *p = a, *end = a + 4; p != end; p++) {
        *p = 0;
    }
    return a[3];
}
