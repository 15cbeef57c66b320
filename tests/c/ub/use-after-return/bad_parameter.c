/* C17 6.9.1p9: a parameter is an object of its function, too. */
static int *address_of(int value)
{
    int *p = &value;

    return p;
}

int main(void)
{
    int *p = address_of(3);

    return *p == 12345; /* finds: use-after-return */
}
