/* C17 6.2.4p6: each iteration has its own x, and only the first one stores into it. */
int main(void)
{
    int sum = 0;

    for (int i = 0; i < 2; i++) {
        int x;

        if (i == 0) {
            x = 5;
        }
        sum += x; /* finds: uninitialised-read */
    }
    return sum - sum;
}
