/* C17 6.5.16: simple and compound assignment, with the conversions they imply. */
#include <stdio.h>

int main(void)
{
    int a, b, c;
    unsigned char u = 250;
    signed char s = 100;
    short h = 30000;
    long l = 1;
    int array[3] = {1, 2, 3};
    int *p = array;

    a = b = c = 7;
    printf("%d %d %d\n", a, b, c);
    a += 3, b -= 3, c *= 3;
    printf("%d %d %d\n", a, b, c);
    a /= 3, b %= 3, c <<= 2;
    printf("%d %d %d\n", a, b, c);
    a |= 8, b ^= 5, c &= 0x54, c >>= 1;
    printf("%d %d %d\n", a, b, c);
    u += 10, s += 100, h += 10000;
    printf("%d %d %d\n", u, s, h);
    l <<= 40, l -= 1, l /= 3;
    printf("%ld\n", l);
    *p++ += 10;
    *p++ *= 10;
    p -= 2;
    printf("%d %d %d %d\n", p[0], p[1], p[2], (u = 300));
    p += 2;
    printf("%d\n", *p);
    a = -5;
    a /= 2u;
    printf("%d\n", a);
    return 0;
}
