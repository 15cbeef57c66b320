/* truncate.c: to float and double. IEEE 754 5.4.2. */
#include <string.h>

#include "../internal/quad.h"

float __trunctfsf2(long double number)
{
    unsigned int bits = (unsigned int)__cutaway_pack_narrow(__cutaway_unpack(number), 24, 8);
    float result;

    memcpy(&result, &bits, sizeof result);
    return result;
}

double __trunctfdf2(long double number)
{
    unsigned long bits = __cutaway_pack_narrow(__cutaway_unpack(number), 53, 11);
    double result;

    memcpy(&result, &bits, sizeof result);
    return result;
}
