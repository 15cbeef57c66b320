/* C17 6.2.4p2: the global points to a local only while it lives. */
static int *current;

static int read_current(void)
{
    return *current;
}

static int work(void)
{
    int x = 0;
    int result;

    current = &x;
    result = read_current();
    current = 0;
    return result;
}

int main(void)
{
    int result = work();

    return current == 0 ? result : 1;
}
