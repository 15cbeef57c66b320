/* C17 6.8.5p5: the body of a loop is a block. */
int main(void)
{
    int *last = 0;
    int n = 0;

    while (n < 3) {
        int square = n * n;

        last = &square;
        n++;
    }
    return *last == 12345; /* finds: use-after-scope */
}
