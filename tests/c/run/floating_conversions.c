/* C17 6.3.1.2, 6.3.1.4, 6.3.1.5, 6.3.1.8: conversions between all arithmetic types. */
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static unsigned long bits(double value)
{
    unsigned long bits;

    memcpy(&bits, &value, sizeof bits);
    return bits;
}

static unsigned float_bits(float value)
{
    unsigned bits;

    memcpy(&bits, &value, sizeof bits);
    return bits;
}

static void from_integers(long value)
{
    char c = value;
    signed char sc = value;
    short s = value;
    unsigned short us = value;
    int i = value;
    unsigned u = value;
    long l = value;
    unsigned long ul = value;
    bool b = value;

    printf("%lx %lx %lx %lx %lx %lx %lx %lx %lx\n", bits(c), bits(sc), bits(s), bits(us), bits(i),
           bits(u), bits(l), bits(ul), bits(b));
    printf("%x %x %x %x %x %x %x %x %x\n", float_bits(c), float_bits(sc), float_bits(s),
           float_bits(us), float_bits(i), float_bits(u), float_bits(l), float_bits(ul),
           float_bits(b));
}

static void to_integers(double d)
{
    float f = d;

    if (d > -128 && d < 128) {
        printf("%d %d ", (signed char)d, (signed char)f);
    }
    if (d > -1 && d < 256) {
        printf("%d %d ", (char)d, (unsigned char)f);
    }
    if (d > -32768 && d < 32768) {
        printf("%d %d ", (short)d, (short)f);
    }
    if (d > -1 && d < 65536) {
        printf("%d %d ", (unsigned short)d, (unsigned short)f);
    }
    if (d > -2e9 && d < 2e9) {
        printf("%d %d ", (int)d, (int)f);
    }
    if (d > -1 && d < 4e9) {
        printf("%u %u ", (unsigned)d, (unsigned)f);
    }
    if (d > -9e18 && d < 9e18) {
        printf("%ld %ld ", (long)d, (long)f);
    }
    if (d > -1 && d < 1.8e19) {
        printf("%lu %lu ", (unsigned long)d, (unsigned long)f);
    }
    printf("%d %d\n", (bool)d, (bool)f);
}

static float old_style(x, n)
double x;
int n;
{
    return x * n;
}

static double narrow(float x)
{
    return x;
}

int main(void)
{
    static const long integers[] = {0, 1, -1, 127, 128, 255, -129, 65535, 2147483647, -2147483648l,
                                    4294967295, 16777217, 9007199254740993, 9223372036854775807};
    static const double numbers[] = {0, -0.0, 0.5, -0.99, 1.5, -1.5, 99.9, 200.7, -100.25, 30000.5,
                                     65535.99, 1e9 + 0.5, 3e9, -1e15, 1.7e19, 1e300, 1e-320};
    double infinity = 1e308 * 10;

    for (unsigned i = 0; i < sizeof integers / sizeof *integers; i++) {
        from_integers(integers[i]);
    }
    for (unsigned i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        to_integers(numbers[i]);
        printf("%x %lx\n", float_bits(numbers[i]), bits((float)numbers[i]));
    }
    printf("%x %lx %d\n", float_bits(infinity), bits(-(float)infinity), (bool)(infinity - infinity));
    /* The usual arithmetic conversions. */
    printf("%d %d %d\n", (int)sizeof(1 + 1.0f), (int)sizeof(1.0f + 1.0), (int)sizeof(1l + 1.0L));
    printf("%lx %lx\n", bits(16777217 + 0.0f), bits(1 / 3 + 1 / 3.0f));
    printf("%x %lx\n", float_bits(old_style(0.1, 3)), bits(narrow(0.1)));
    return 0;
}
