/* C17 6.2.6.1p6: padding may hold anything, and may be looked at as characters. */
struct padded {
    char c;
    long l;
};

int main(void)
{
    struct padded p = {'a', 0};
    unsigned char seen[sizeof p];

    for (unsigned long i = 0; i < sizeof p; i++) {
        seen[i] = ((unsigned char *)&p)[i];
    }
    return seen[0] - 'a';
}
