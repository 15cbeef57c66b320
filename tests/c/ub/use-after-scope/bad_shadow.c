/* C17 6.2.1p4: it was the inner x whose address was taken. */
int main(void)
{
    int x = 1;
    int *p = &x;

    {
        int x = 2;

        p = &x;
    }
    *p = 3; /* finds: use-after-scope */
    return x - 1;
}
