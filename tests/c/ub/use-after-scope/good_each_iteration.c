/* C17 6.2.4p6: each iteration takes the address of its own x. */
int main(void)
{
    int sum = 0;

    for (int i = 0; i < 3; i++) {
        int x = i;
        int *p = &x;

        sum += *p;
    }
    return sum - 3;
}
