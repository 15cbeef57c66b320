/* C17 6.3.2.1p4, 6.5.2.2: function designators and pointers, tables, callbacks, returning them. */
#include <stdio.h>

typedef int operation(int, int);

static int add(int a, int b) { return a + b; }
static int sub(int a, int b) { return a - b; }
static int mul(int a, int b) { return a * b; }

static operation *choose(char c)
{
    return c == '+' ? add : c == '-' ? sub : mul;
}

static int (*choose_plain(int n))(int, int)
{
    static int (*const table[])(int, int) = {add, sub, mul};

    return table[n];
}

static int apply(int f(int, int), int a, int b)
{
    return f(a, b);
}

struct button {
    const char *name;
    void (*press)(struct button *);
    int count;
};

static void pressed(struct button *b)
{
    b->count++;
}

int main(void)
{
    operation *p = add;
    operation **pp = &p;
    struct button b = {"ok", pressed, 0};

    printf("%d %d %d %d\n", p(1, 2), (*p)(3, 4), (***p)(5, 6), (*pp)(7, 8));
    printf("%d %d %d\n", choose('+')(9, 3), choose('-')(9, 3), choose('*')(9, 3));
    printf("%d %d\n", choose_plain(1)(9, 3), apply(mul, 6, 7));
    printf("%d %d\n", p == &add, p != sub);
    b.press(&b);
    (*b.press)(&b);
    printf("%s %d\n", b.name, b.count);
    return 0;
}
