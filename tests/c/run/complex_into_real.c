/* Compound assignments of complex values to real objects of every kind (C17 6.5.16.2p3, 6.3.1.2, 6.3.1.7p2). */
#include <stdio.h>

struct fields {
    unsigned narrow : 5;
    int wide : 20;
    _Bool flag : 1;
    short last;
};

int main(void)
{
    double _Complex z = 2.5 - 1i;
    struct fields s = {3, -7, 1, 9};
    struct fields *p = &s;
    _Bool truth = 1;
    _Bool other = 1;
    unsigned char bytes[3] = {1, 2, 3};
    float f = 1.5f;
    long double l = 0.25L;
    long n;

    s.narrow *= z;
    p->wide -= z;
    p->flag *= 0.0 + 2i;
    s.last += z * z;
    truth *= 1i;
    other *= 0i;
    bytes[1] *= z;
    n = bytes[2] += z;
    f /= z;
    l *= z;
    printf("%d %d %d %d\n", s.narrow, s.wide, s.flag, s.last);
    printf("%d %d %d %d %d %ld %.9g %.20Lg\n", truth, other, bytes[0], bytes[1], bytes[2], n, f, l);
    return 0;
}
