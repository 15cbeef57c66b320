/* C17 6.2.4p6: one element is left out. */
int main(void)
{
    int a[4];

    for (int i = 0; i < 3; i++) {
        a[i] = i;
    }
    return a[3] > 0; /* finds: uninitialised-read */
}
