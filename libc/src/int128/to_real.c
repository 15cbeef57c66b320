/*
 * to_real.c: from integers of 128 bits to float and double, under the names that compilers call (GCC internals,
 * "Soft float library routines"). Rounded once, by the rounding mode. C17 6.3.1.4p2.
 */

int __clzdi2(unsigned long value);

/* A number as 64 bits times a power of two; the lowest bit also stands for all that were below it. */
struct scaled {
    long digits;
    double factor;
};

static double power_of_two(int exponent)
{
    union {
        unsigned long bits;
        double value;
    } power = {(unsigned long)(1023 + exponent) << 52};

    return power.value;
}

/* How many bits the high half of a number needs with its sign. */
static int width(long high)
{
    unsigned long rest = (unsigned long)(high < 0 ? ~high : high);

    return rest == 0 ? 1 : 65 - __clzdi2(rest);
}

static struct scaled scale(__int128 number)
{
    long high = (long)(number >> 64);
    struct scaled scaled = {(long)number, 1};
    int count;

    if (number != scaled.digits) {
        count = width(high);
        scaled.digits = (long)(number >> count);
        if (((__int128)scaled.digits << count) != number) {
            scaled.digits |= 1;
        }
        scaled.factor = power_of_two(count);
    }
    return scaled;
}

double __floattidf(__int128 number)
{
    struct scaled scaled = scale(number);

    return (double)scaled.digits * scaled.factor;
}

float __floattisf(__int128 number)
{
    struct scaled scaled = scale(number);

    return (float)scaled.digits * (float)scaled.factor;
}

/* Half of a number without sign is one with a sign; the lowest bit still says whether anything is below. */
double __floatuntidf(unsigned __int128 number)
{
    __int128 half = (__int128)(number >> 1 | (number & 1));

    return (__int128)number >= 0 ? __floattidf((__int128)number) : __floattidf(half) * 2;
}

float __floatuntisf(unsigned __int128 number)
{
    __int128 half = (__int128)(number >> 1 | (number & 1));

    return (__int128)number >= 0 ? __floattisf((__int128)number) : __floattisf(half) * 2;
}
