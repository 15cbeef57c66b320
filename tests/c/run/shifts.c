/* C17 6.5.7: shifts; the right one of a negative number is arithmetic here. */
#include <stdio.h>

int main(void)
{
    int n = -64;
    unsigned int u = 0x80000000;
    long l = -0x4000000000000000;
    unsigned long ul = 0x8000000000000000;
    unsigned char c = 0x81;
    short s = -2;

    for (int i = 0; i < 32; i += 7) {
        printf("%d %u %u\n", n >> i, u >> i, 1u << i);
    }
    for (int i = 0; i < 64; i += 13) {
        printf("%ld %lu %lu\n", l >> i, ul >> i, 1ul << i);
    }
    printf("%d %d %d\n", c << 4, c >> 3, s >> 1);
    printf("%zu %zu\n", sizeof(c << 1L), sizeof(1L << c));
    n >>= 2;
    u >>= 31;
    printf("%d %u\n", n, u);
    return 0;
}
