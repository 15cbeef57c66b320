/* C17 6.3.1.1p2: small types are promoted to int before arithmetic. */
#include <stdio.h>

int main(void)
{
    unsigned char a = 200;
    unsigned char b = 100;
    signed char c = -128;
    short s = 32767;
    unsigned short u = 65535;

    printf("%d %d %d\n", a + b, (unsigned char)(a + b), a - b - b - b);
    printf("%d %d\n", -c, ~a);
    printf("%d %d\n", s + 1, u + 1);
    printf("%zu %zu %zu\n", sizeof(a + b), sizeof(+a), sizeof(a << 1));
    printf("%d %d\n", u * 2 > 0, (unsigned char)~a >> 4);
    return 0;
}
