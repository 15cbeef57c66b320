/* C17 6.2.4p6: a goto leaves the block as well. */
int main(void)
{
    int *p;

    {
        int x = 1;

        p = &x;
        goto out;
    }
out:
    return *p == 12345; /* finds: use-after-scope */
}
