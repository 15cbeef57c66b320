/* C17 6.2.4p2: the next function has its own object at the same place. */
static int *saved;

static void first(void)
{
    int x = 1;

    saved = &x;
}

static int second(void)
{
    int y = 2;

    *saved = 3; /* finds: use-after-return */
    return y;
}

int main(void)
{
    int y;

    first();
    y = second();
    return y - y;
}
