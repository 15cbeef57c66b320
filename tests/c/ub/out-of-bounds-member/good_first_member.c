/* C17 6.7.2.1p15: a pointer to a struct, converted, points to its first member, and back again. */
struct base {
    int kind;
};

struct derived {
    struct base base;
    int value;
};

static int value_of(struct base *base)
{
    return ((struct derived *)base)->value;
}

int main(void)
{
    struct derived d = {{1}, 0};

    return value_of((struct base *)&d);
}
