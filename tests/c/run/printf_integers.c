/* C17 7.21.6.1: integer conversions with flags, widths, precisions and lengths. */
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

int main(void)
{
    int values[] = {0, 1, -1, 42, -42, 2147483647, -2147483647 - 1};

    for (int i = 0; i < 7; i++) {
        int v = values[i];
        unsigned u = (unsigned)v;

        printf("[%d|%5d|%-5d|%05d|%+d|% d|%.3d|%8.3d|%-8.3d|%+6d|%-+6d|% 05d]\n", v, v, v, v, v,
               v, v, v, v, v, v, v);
        printf("[%u|%x|%X|%o|%#x|%#X|%#o|%08x|%#010x|%-#10x|%.5x|%#.5o]\n", u, u, u, u, u, u, u,
               u, u, u, u, u);
    }
    printf("[%.0d|%.0x|%#.0o|%5.0d|%+.0d]\n", 0, 0, 0, 0, 0);
    printf("%hhd %hhu %hd %hu\n", 300, 300, 70000, 70000);
    printf("%ld %lu %lx %lld %llu %llX\n", -1L, -1UL, 1L << 40, -5LL, 5ULL, 255ULL);
    printf("%zu %zd %td %jd %ju\n", sizeof(int), (ptrdiff_t)-1, (ptrdiff_t)5, (intmax_t)-7,
           (uintmax_t)8);
    printf("[%*d|%-*d|%*d|%.*d|%.*d]\n", 5, 1, 5, 2, -5, 3, 3, 4, -3, 5);
    return 0;
}
