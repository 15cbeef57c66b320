/* C17 6.5.13p4: the right side is not evaluated. */
int main(void)
{
    int known = 0;
    int x;

    if (known && x > 3) {
        return 1;
    }
    return known ? x : 0;
}
