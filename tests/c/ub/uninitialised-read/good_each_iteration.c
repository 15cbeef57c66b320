/* C17 6.2.4p6: each iteration stores before it reads. */
int main(void)
{
    int sum = 0;

    for (int i = 0; i < 3; i++) {
        int x;

        x = i;
        sum += x;
    }
    return sum - 3;
}
