/* C17 7.22.1: strtol and its relatives. */
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

static void show(const char *s, int base)
{
    char *end;
    long value;

    errno = 0;
    value = strtol(s, &end, base);
    printf("%ld '%s' %d, ", value, end, errno == ERANGE);
    errno = 0;
    printf("%lu %d\n", strtoul(s, NULL, base), errno == ERANGE);
}

int main(void)
{
    show("  42abc", 10);
    show("-0x7fz", 0);
    show("0755", 0);
    show("0x", 16);
    show("zz", 36);
    show("+1010102", 2);
    show("none", 10);
    show("9223372036854775807", 10);
    show("9223372036854775808", 10);
    show("-9223372036854775808", 10);
    show("99999999999999999999", 10);
    show("-99999999999999999999", 10);
    printf("%d %ld %lld\n", atoi("-17x"), atol("123456789012"), atoll("  5"));
    printf("%d %ld\n", abs(-5), labs(-5000000000));
    printf("%d %d\n", div(-17, 5).quot, div(-17, 5).rem);
    return 0;
}
