/* C17 6.2.4p2: a write into the dead zone. */
static int *local(void)
{
    int x = 5;
    int *p = &x;

    return p;
}

int main(void)
{
    int *p = local();

    *p = 6; /* finds: use-after-return */
    return 0;
}
