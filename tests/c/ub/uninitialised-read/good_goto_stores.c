/* C17 6.2.4p6: the jump skips the initialiser, and an assignment makes up for it. */
int main(void)
{
    goto skip;
    {
        int x = 5;
    skip:
        x = 0;
        return x;
    }
}
