/* Bit counting, reversing, rotating, parity; C17 6.5.7. */
#include <stdint.h>
#include <stdio.h>

static uint32_t reverse(uint32_t x)
{
    x = (x & 0x55555555) << 1 | (x >> 1 & 0x55555555);
    x = (x & 0x33333333) << 2 | (x >> 2 & 0x33333333);
    x = (x & 0x0f0f0f0f) << 4 | (x >> 4 & 0x0f0f0f0f);
    x = (x & 0x00ff00ff) << 8 | (x >> 8 & 0x00ff00ff);
    return x << 16 | x >> 16;
}

static int ones(uint64_t x)
{
    int n = 0;

    for (; x; x &= x - 1)
        n++;
    return n;
}

static uint32_t rotate(uint32_t x, int n)
{
    return n ? x << n | x >> (32 - n) : x;
}

int main(void)
{
    uint32_t x = 0x12345678;
    uint16_t h = 0x1234;
    uint64_t state = 88172645463325252u;

    printf("%x %d %d\n", reverse(x), ones(x), ones(~0ull));
    for (int i = 0; i < 32; i += 8)
        printf("%x ", rotate(x, i));
    printf("%x\n", (uint16_t)(h << 8 | h >> 8));
    for (int i = 0; i < 5; i++) {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        printf("%lu ", state);
    }
    puts("");
    return 0;
}
