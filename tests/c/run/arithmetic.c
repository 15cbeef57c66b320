/* C17 6.5.5, 6.5.6: + - * / % on all widths. */
#include <stdio.h>

int main(void)
{
    int i[] = {7, -7, 7, -7}, j[] = {2, 2, -2, -2};
    long l = 1234567890123, m = -98765;
    unsigned int u = 4000000000U;
    unsigned long ul = 18446744073709551615UL;

    for (int k = 0; k < 4; k++) {
        printf("%d %d %d %d %d\n", i[k] + j[k], i[k] - j[k], i[k] * j[k], i[k] / j[k], i[k] % j[k]);
    }
    printf("%ld %ld %ld %ld %ld\n", l + m, l - m, l * 3, l / m, l % m);
    printf("%u %u %u %u\n", u + u, u * 3, u / 7, u % 7);
    printf("%lu %lu %lu %lu\n", ul + 2, ul * ul, ul / 10, ul % 10);
    printf("%d %ld\n", -i[0], -l);
    return 0;
}
