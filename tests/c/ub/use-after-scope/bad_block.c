/* C17 6.2.4p6: the inner block is left. */
int main(void)
{
    int *p;

    {
        int x = 5;

        p = &x;
    }
    return *p == 12345; /* finds: use-after-scope */
}
