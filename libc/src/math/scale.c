/* scale.c: products with powers of two. */
#include <stdint.h>
#include <string.h>

#include "../internal/scale.h"

/* 2^power, for a normal number. */
static double power_of_two(int power)
{
    uint64_t bits = (uint64_t)(power + 1023) << 52;
    double value;

    memcpy(&value, &bits, sizeof value);
    return value;
}

double __cutaway_scale(double x, int power)
{
    int step;

    for (step = 0; step < 2 && power > 1023; step++) {
        x *= power_of_two(1023);
        power -= 1023;
    }
    /* A number that loses bits in these steps is far below the smallest in the end. */
    for (step = 0; step < 2 && power < -1022; step++) {
        x *= power_of_two(-1022 + 53);
        power += 1022 - 53;
    }
    power = power > 1023 ? 1023 : power < -1022 ? -1022 : power;
    return x * power_of_two(power);
}
