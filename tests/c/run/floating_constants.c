/* C17 6.4.4.2, 6.6p4, 6.7.9p4: floating constants and constant expressions, rounded as at run time. */
#include <stdio.h>
#include <string.h>

static void show(const void *value, int size)
{
    const unsigned char *byte = value;

    while (size > 0) {
        printf("%02x", byte[--size]);
    }
    putchar('\n');
}

static const float floats[] = {
    0.1f, 1.00000005960464477540f, 1.00000005960464477540, 3.4028235e38f, 1e-45f, 0x1.8p-1f,
    0x1.000001p0f, 0x1.0000010000001p0f, 16777217, -0.0f, 1e10, 7,
};
static const double doubles[] = {
    0.1, .5, 5., 1e22, 1e23, 123456789012345678901234567890.0, 4.9e-324, 2.2250738585072011e-308,
    1.7976931348623157e308, 0x1p-1074, 0x1.fffffffffffffp1023, 0x.1p4, 1.1f, 0.1f + 0.2f, 0.1 + 0.2,
    1 / 3.0, 2 / 3, -(1.5 - 2), 1 ? 2 : 3.0, (float)0.1, 18446744073709551615u, 9007199254740993,
    (int)2.9, (unsigned char)200.5, 1.5 < 2, !0.0, 0.5 && 1, 3.0 * 0.1 - 0.3,
    100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000.0,
};
static const long double long_doubles[] = {
    0.1L, 0.1, 1e4932L, 3.3621e-4932L, 0x1.23456789abcdef0123456789abcdp100L, 1 / 3.0L, 1, 0.1f,
    18446744073709551615u, 1.18973149535723176508575932662800702e4932L, 6.5e-4966L, 0.1L * 3,
};
static int lengths[(int)(2.5 * 2)];
enum { TRUNCATED = (int)7.99 };

int main(void)
{
    double local = 0.1, sum = 0;

    for (unsigned i = 0; i < sizeof floats / sizeof *floats; i++) {
        show(&floats[i], sizeof floats[i]);
    }
    for (unsigned i = 0; i < sizeof doubles / sizeof *doubles; i++) {
        show(&doubles[i], sizeof doubles[i]);
    }
    for (unsigned i = 0; i < sizeof long_doubles / sizeof *long_doubles; i++) {
        show(&long_doubles[i], sizeof long_doubles[i]);
    }
    for (int i = 0; i < 10; i++) {
        sum += local;
    }
    show(&sum, sizeof sum);
    printf("%d %d %d\n", (int)(sizeof lengths / sizeof *lengths), TRUNCATED, sum == 1);
    return 0;
}
