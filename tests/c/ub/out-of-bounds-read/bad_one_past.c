/* C17 6.5.6p8: one past the end may be pointed to, not read. */
int main(void)
{
    int a[4] = {0};
    int *end = a + 4;

    return *end == 12345; /* finds: out-of-bounds-read */
}
