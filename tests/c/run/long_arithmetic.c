/* C17 6.5.5, 6.5.6: 64-bit edge cases. */
#include <limits.h>
#include <stdio.h>

int main(void)
{
    long long max = LLONG_MAX, min = LLONG_MIN;
    unsigned long long umax = ULLONG_MAX;
    int imin = INT_MIN;

    printf("%lld %lld\n", max - 1, min + 1);
    printf("%lld %lld %lld\n", max / 2, min / 2, min / 3);
    printf("%lld %lld\n", min % 10, max % -10);
    printf("%llu %llu %llu\n", umax / 3, umax % 1000, umax >> 1);
    printf("%lld\n", (long long)imin * imin);
    printf("%ld %ld\n", -(long)imin, (long)imin - 1);
    printf("%lld\n", 1000000007LL * 998244353LL);
    printf("%d\n", (int)((long)INT_MAX + 1 == 2147483648));
    printf("%llu\n", (umax / 10 + 1) * 9);
    printf("%d %d\n", imin / 2, imin % 1000);
    return 0;
}
