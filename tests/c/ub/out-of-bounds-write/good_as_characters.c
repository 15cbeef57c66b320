/* C17 6.5p7: all bytes of a struct, written as characters. */
struct record {
    char name[5];
    long number;
    int flags[2];
};

int main(void)
{
    struct record r;
    char *byte = (char *)&r;

    for (unsigned long i = 0; i < sizeof r; i++) {
        byte[i] = 0;
    }
    return (int)r.number + r.flags[1];
}
