/* C17 6.3.2.1p2: another function does the reading. */
static int is_positive(const int *p)
{
    return *p > 0; /* finds: uninitialised-read */
}

int main(void)
{
    int x;

    return is_positive(&x);
}
