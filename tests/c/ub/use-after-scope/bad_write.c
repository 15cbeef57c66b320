/* C17 6.2.4p6: writing is no better. */
int main(void)
{
    int *p = 0;

    if (p == 0) {
        int x = 5;

        p = &x;
    }
    *p = 6; /* finds: use-after-scope */
    return 0;
}
