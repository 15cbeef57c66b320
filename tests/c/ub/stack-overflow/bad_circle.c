/* Two functions that call each other without an end. */
static int odd(int n);

static int even(int n)
{
    int room[5000];

    room[n & 1] = n; /* finds: stack-overflow */
    return odd(n - 2) + room[n & 1];
}

static int odd(int n)
{
    return even(n - 1);
}

int main(void)
{
    return even(2);
}
