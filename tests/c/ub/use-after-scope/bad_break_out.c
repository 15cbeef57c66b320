/* C17 6.2.4p6: a break leaves the block as well. */
int main(void)
{
    char *p = 0;

    for (;;) {
        char text[4] = "abc";

        p = text;
        break;
    }
    p[0] = 'x'; /* finds: use-after-scope */
    return 0;
}
