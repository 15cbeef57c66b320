/* C17 7.24: memcpy, memmove, memset, memcmp, memchr at every alignment. */
#include <stdio.h>
#include <string.h>

static unsigned checksum(const unsigned char *p, int n)
{
    unsigned sum = 1;

    while (n-- > 0)
        sum = sum * 31 + *p++;
    return sum;
}

int main(void)
{
    unsigned char a[64], b[64];
    unsigned total = 0;

    for (int i = 0; i < 64; i++)
        a[i] = (unsigned char)(i * 7);
    for (int from = 0; from < 9; from++)
        for (int to = 0; to < 9; to++)
            for (int n = 0; n < 40; n += 3) {
                memset(b, 0, sizeof b);
                memcpy(b + to, a + from, n);
                total = total * 17 + checksum(b, 64);
                memcpy(b, a, 64);
                memmove(b + to, b + from, n);
                total = total * 17 + checksum(b, 64);
                memset(b + to, from, n);
                total = total * 17 + checksum(b, 64);
            }
    printf("%u\n", total);
    printf("%d %d %d\n", memcmp("abc", "abd", 2), memcmp("a\0b", "a\0c", 3) < 0,
           memcmp("\xff", "\1", 1) > 0);
    printf("%d %d\n", (int)((unsigned char *)memchr(a, 14, 64) - a), memchr(a, 1, 5) == NULL);
    return 0;
}
