/* RISC-V psABI "Integer Calling Convention": more arguments than registers. */
#include <stdio.h>

static long f(int a, long b, char c, short d, unsigned e, int f, int g, int h, int i, long j,
              char k, signed char l)
{
    printf("%d %ld %c %d %u %d %d %d %d %ld %c %d\n", a, b, c, d, e, f, g, h, i, j, k, l);
    return a + b + c + d + e + f + g + h + i + j + k + l;
}

static int g(int a, int b, int c, int d, int e, int f, int g, int h, int *p, const char *s)
{
    *p = a * b + c * d + e * f + g * h;
    return s[0];
}

int main(void)
{
    int x;

    printf("%ld\n", f(1, 2, 'c', -4, 5, 6, 7, 8, -9, 10000000000, 'k', -12));
    printf("%c", g(1, 2, 3, 4, 5, 6, 7, 8, &x, "string"));
    printf(" %d\n", x);
    printf("%d %d %d %d %d %d %d %d %d %d\n", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    return 0;
}
