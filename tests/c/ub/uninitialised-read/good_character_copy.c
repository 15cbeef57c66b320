/* C17 6.2.6.1p4: any object may be copied as characters, whatever it holds. */
struct pair {
    int a;
    int b;
};

int main(void)
{
    struct pair from;
    struct pair to;
    unsigned char *source = (unsigned char *)&from;
    unsigned char *target = (unsigned char *)&to;

    from.a = 0;
    for (unsigned long i = 0; i < sizeof to; i++) {
        target[i] = source[i];
    }
    return to.a;
}
