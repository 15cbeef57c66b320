/* C17 6.2.4p2: the local ended with its function. */
static int *local(void)
{
    int x = 5;
    int *p = &x;

    return p;
}

int main(void)
{
    int *p = local();

    return *p == 12345; /* finds: use-after-return */
}
