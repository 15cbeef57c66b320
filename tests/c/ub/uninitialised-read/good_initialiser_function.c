/* C17 6.2.4p6: only the address of x is taken before a value is stored through it. */
static void set(int *p)
{
    *p = 0;
}

int main(void)
{
    int x;

    set(&x);
    return x;
}
