/* imaxdiv.c: quotient and remainder at once. C17 7.8.2.2. */
#include <inttypes.h>

imaxdiv_t imaxdiv(intmax_t numerator, intmax_t denominator)
{
    imaxdiv_t result = {numerator / denominator, numerator % denominator};

    return result;
}
