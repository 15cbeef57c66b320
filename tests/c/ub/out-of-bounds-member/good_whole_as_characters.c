/* C17 6.2.6.1p4: a pointer to the whole struct may walk over all of it. */
struct record {
    char name[3];
    long number;
};

int main(void)
{
    struct record r = {"ab", 1};
    char *p = (char *)&r;

    for (unsigned long i = 0; i < sizeof r; i++) {
        p[i] = 0;
    }
    return (int)r.number;
}
