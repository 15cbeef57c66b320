/* C17 6.3.1.1p2: a bit-field that fits an int is an int in arithmetic, also where it comes through other operators. */
#include <stdio.h>

static struct {
    unsigned a : 10;
    unsigned b : 31;
    int c : 5;
    unsigned long d : 40;
} s = {17, 5, -3, 7}, *p = &s;

int main(void)
{
    int m = -5;

    printf("%d %d %d\n", m > s.a, m > p->b, m > +s.a);
    printf("%d %d %d\n", m > (0, s.a), m > (0, (0, p->b)), m > (s.a = 3));
    printf("%d %d %d\n", m > (s.a += 3), m > s.a++, m > ++s.a);
    printf("%d %d %d\n", m > ({ s.a; }), m > (1 ? s.a : s.a), m > (s.a ?: 1));
    printf("%d %d\n", m > (unsigned)s.a, m > (s.b = 2) + 0u);
    printf("%d %d %d\n", (0, s.d) - 8 > 0, (s.d = 7) - 8 > 0, s.d++ - 8 > 0);
    printf("%d %d\n", (s.c = 30) < 0, (s.c++, s.c) + 1 == 0);
    return 0;
}
