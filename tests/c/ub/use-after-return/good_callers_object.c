/* C17 6.2.4p2: the callee returns a pointer to what its caller owns. */
static int *largest(int *a, int *b)
{
    return *a > *b ? a : b;
}

int main(void)
{
    int x = 1;
    int y = 2;

    *largest(&x, &y) = 0;
    return y;
}
