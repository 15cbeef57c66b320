/* ldiv.c: quotient and remainder at once. C17 7.22.6.2. */
#include <stdlib.h>

ldiv_t ldiv(long numerator, long denominator)
{
    ldiv_t result = {numerator / denominator, numerator % denominator};

    return result;
}
