/* C17 6.2.4p2: each call has a new object; its own pointer is fresh. */
static int twice(int value)
{
    int x = value;
    int *p = &x;

    *p *= 2;
    return *p;
}

int main(void)
{
    return twice(2) + twice(3) - 10;
}
