/* C17 6.7.6.2p5: a variable length array has as many elements as its length says when it is declared. */
static int fill(int n)
{
    int squares[n];

    for (int i = 0; i <= n; i++) {
        squares[i] = i * i; /* finds: out-of-bounds-write */
    }
    return squares[n - 1];
}

int main(void)
{
    return fill(5) == 12345;
}
