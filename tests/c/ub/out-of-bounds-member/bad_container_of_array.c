/* C17 6.5.6p8: an array that decays has bounds of its own, seen as characters too. */
struct record {
    int numbers[3];
    int next;
};

int main(void)
{
    struct record r = {{1, 2, 3}, 0};
    int *p = r.numbers;
    char *c = (char *)p;

    return c[12]; /* finds: out-of-bounds-member */
}
