/* C17 6.2.4p6: a call does not end the block that it is made from. */
static void set(int *p)
{
    int zero = 0;

    *p = zero;
}

int main(void)
{
    int result = 1;

    {
        int x;

        set(&x);
        result = x;
    }
    return result;
}
