/* C17 6.2.4p6: a struct copy is silent; the read of the member is the error. */
struct pair {
    int a;
    int b;
};

int main(void)
{
    struct pair from;
    struct pair to;

    from.a = 1;
    to = from;
    return to.b > 0; /* finds: uninitialised-read */
}
