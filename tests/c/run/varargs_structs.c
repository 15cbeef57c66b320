/* RISC-V psABI "Integer Calling Convention": structs among variable arguments. */
#include <stdarg.h>
#include <stdio.h>

struct one {
    char c[3];
};
struct two {
    long a, b;
};
struct big {
    int n[8];
};

static void show(int n, ...)
{
    va_list list;

    va_start(list, n);
    struct one o = va_arg(list, struct one);
    struct two t = va_arg(list, struct two);
    int i = va_arg(list, int);
    struct big b = va_arg(list, struct big);
    struct two u = va_arg(list, struct two);
    va_end(list);
    printf("%d %s %ld %ld %d %d %d %ld %ld\n", n, o.c, t.a, t.b, i, b.n[0], b.n[7], u.a, u.b);
}

int main(void)
{
    show(1, (struct one){"ab"}, (struct two){3, 4}, 5,
         (struct big){{6, 0, 0, 0, 0, 0, 0, 7}}, (struct two){8, 9});
    return 0;
}
