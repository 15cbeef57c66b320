/* C17 6.5.8, 6.5.9: relations give int 0 or 1. */
#include <stdio.h>

#define ALL(a, b) \
    printf("%d%d%d%d%d%d ", (a) < (b), (a) <= (b), (a) > (b), (a) >= (b), (a) == (b), (a) != (b))

int main(void)
{
    int a = -1, b = 1;
    unsigned u = 4294967295u, v = 1;
    long l = -1, m = 4294967295;
    unsigned long ul = -1ul, ulone = 1;
    signed char sc = -1;
    unsigned char uc = 255;
    int array[3] = {0};
    int *p = array, *q = array + 2;

    ALL(a, b);
    ALL(b, a);
    ALL(a, a);
    ALL(u, v);
    ALL(a, u);
    ALL(l, m);
    ALL(ul, ulone);
    ALL(sc, uc);
    ALL(p, q);
    ALL(q, q);
    printf("%d %d\n", 1 < 2 < 1, 3 > 2 > 1);
    return 0;
}
