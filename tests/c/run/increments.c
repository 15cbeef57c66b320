/* C17 6.5.2.4, 6.5.3.1: prefix and postfix ++ and --. */
#include <stdio.h>

int main(void)
{
    int i = 5;
    unsigned char c = 255;
    signed char s = 127;
    long l = -1;
    unsigned u = 0;
    int a[4] = {10, 20, 30, 40};
    int *p = a;
    struct {
        int n;
    } t = {1}, *tp = &t;

    printf("%d", i++);
    printf(" %d", ++i);
    printf(" %d", i--);
    printf(" %d\n", --i);
    c++, s++, l++, u--;
    printf("%d %d %ld %u\n", c, s, l, u);
    printf("%d", *p++);
    printf(" %d", *++p);
    printf(" %d", (*p)++);
    printf(" %d", ++*p);
    printf(" %d\n", *p--);
    printf("%d", *p);
    tp->n++;
    ++tp->n;
    printf(" %d %d\n", t.n, (int)(p - a));
    return 0;
}
