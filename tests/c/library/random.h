/* random.h: random arguments for calls of the library; the same on every machine. */
#ifndef RANDOM_H
#define RANDOM_H

#include <stdint.h>
#include <string.h>

static uint64_t state = 88172645463325252;

static void seed(uint64_t number)
{
    state += number * 0x9e3779b97f4a7c15;
    state += state == 0;
}

/* G. Marsaglia, "Xorshift RNGs", 2003. */
static uint64_t random_bits(void)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state;
}

/* From 0 to below the limit. */
static int random_below(int limit)
{
    return (int)(random_bits() % (uint64_t)limit);
}

/* 2^power, within a double's normal numbers. */
static double power_of_two(int power)
{
    uint64_t bits = (uint64_t)(power + 1023) << 52;
    double value;

    memcpy(&value, &bits, sizeof value);
    return value;
}

/* Any double: of any bits, small, whole, with few digits, subnormal, near 1. */
static double random_double(void)
{
    uint64_t bits = random_bits();
    double unit = (double)(int64_t)bits * 0x1p-63;
    double value;

    switch (random_below(9)) {
    case 0:
        memcpy(&value, &bits, sizeof value);
        return value;
    case 1:
        bits &= 0x800fffffffffffff >> random_below(4) * 12;
        memcpy(&value, &bits, sizeof value);
        return value;
    case 2:
        return unit;
    case 3:
        return unit * 800;
    case 4:
        return (double)((int64_t)bits % 1000) / 8;
    case 5:
        return (double)((int64_t)bits % 1000000) / 1000;
    case 6:
        return 1 + unit * power_of_two(-random_below(50));
    case 7:
        return (double)((int64_t)bits % 20);
    default:
        return unit * power_of_two(random_below(60) - 30);
    }
}

/* Any long double; half of them of the size of a double. */
static long double random_long_double(void)
{
    uint64_t bits[2] = {random_bits(), random_bits()};
    long double value;

    if (random_below(4) == 0) {
        return random_double();
    }
    if (random_below(3) != 0) {
        bits[1] = (bits[1] & 0x8000ffffffffffff) | (uint64_t)(16383 - 40 + random_below(60)) << 48;
    }
    memcpy(&value, bits, sizeof value);
    return value;
}

#endif
