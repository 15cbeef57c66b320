/* C17 6.2.4p6: a sum without a first value. */
int main(void)
{
    int price[3] = {1, 2, 3};
    int total;

    for (int i = 0; i < 3; i++) {
        total += price[i]; /* finds: uninitialised-read */
    }
    return 0;
}
