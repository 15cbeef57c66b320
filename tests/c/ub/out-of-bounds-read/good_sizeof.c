/* C17 6.5.3.4p2: the operand of sizeof is not evaluated. */
int main(void)
{
    int a[4] = {0};

    return sizeof a[9] == sizeof(int) ? a[0] : 1;
}
