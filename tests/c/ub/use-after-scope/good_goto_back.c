/* C17 6.2.4p6: a jump back within the block does not end x; it loses its value, not its life. */
int main(void)
{
    int *p = 0;
    int round = 0;

again:;
    int x;

    if (round == 0) {
        p = &x;
        round++;
        goto again;
    }
    *p = 0;
    return x;
}
