/* C17 6.2.5p9: unsigned arithmetic is modulo 2^n. */
#include <stdio.h>

int main(void)
{
    unsigned char c = 0;
    unsigned short s = 65535;
    unsigned u = 0;
    unsigned long l = 0;

    c--, s++, u -= 1, l -= 1;
    printf("%d %d %u %lu\n", c, s, u, l);
    printf("%u %lu\n", u * u, l * l);
    printf("%u %u\n", 3u - 5u, -1u / 2);
    printf("%lu %lu\n", 3ul - 5, (unsigned long)(3u - 5u));
    printf("%u\n", 65536u * 65536u);
    printf("%lu\n", 4294967296ul * 4294967295ul);
    c = 200;
    c += c;
    printf("%d %d\n", c, (unsigned char)(c << 1));
    return 0;
}
