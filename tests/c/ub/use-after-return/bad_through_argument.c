/* C17 6.2.4p2: the pointer was handed out through an argument. */
static void give(int **out)
{
    int x = 1;

    *out = &x;
}

int main(void)
{
    int *p;

    give(&p);
    return *p == 12345; /* finds: use-after-return */
}
