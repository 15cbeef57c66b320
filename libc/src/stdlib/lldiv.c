/* lldiv.c: quotient and remainder at once. C17 7.22.6.2. */
#include <stdlib.h>

lldiv_t lldiv(long long numerator, long long denominator)
{
    lldiv_t result = {numerator / denominator, numerator % denominator};

    return result;
}
