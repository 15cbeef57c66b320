/* C17 6.5.3.4p2: the operand of sizeof is not evaluated. */
int main(void)
{
    int x;
    int *p = &x;

    return sizeof x + sizeof *p == 8 ? 0 : 1;
}
