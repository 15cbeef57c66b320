/* C17 6.5.6p8: the walk does not stop at the end. */
int main(void)
{
    int a[3];
    int *p = a;

    for (int i = 0; i < 4; i++) {
        *p++ = i; /* finds: out-of-bounds-write */
    }
    return a[0];
}
