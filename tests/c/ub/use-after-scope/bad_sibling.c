/* C17 6.2.4p6: the next block has its own object, perhaps at the same place. */
int main(void)
{
    int *p;
    int result;

    {
        int a = 1;

        p = &a;
    }
    {
        int b = 2;
        int *q = &b;

        *p = 3; /* finds: use-after-scope */
        result = *q;
    }
    return result - result;
}
