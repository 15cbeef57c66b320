/* C17 6.2.6.1p6: a struct's value is never a trap representation, though a member's may be. */
struct pair {
    char initial;
    long number;
    int unused;
};

int main(void)
{
    struct pair from;
    struct pair to;

    from.initial = 'a';
    from.number = 0;
    to = from;
    return (int)to.number;
}
