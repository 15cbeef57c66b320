/* kernel_gamma_long.c: the gamma function of long doubles. */
#include <math.h>

#include "../internal/elementary_long.h"

/* Stirling's series: B(2k) / (2k (2k-1)) for k from 18 down to 1. */
static const long double stirling[] = {
    -0x1.445119d9e466ed5d4c049ab892ecp+33L,
    0x1.6d29a0f6433b79890cede62433b8p+28L,
    -0x1.d1089b142d3577880c2d3577880cp+23L,
    0x1.51a2089a6e11a38433dc9fb888d4p+19L,
    -0x1.1a198ae1c4ab7eb3feddd849692p+15L,
    0x1.12234e81b4e81b4e81b4e81b4e82p+11L,
    -0x1.39b2525cccc1aab67ee25d73c0f9p+7L,
    0x1.ace44322ce005a74f53910c8b38p+3L,
    -0x1.6476701181f39edbdb9ce625987dp+0L,
    0x1.6fe96381e067ffa1876fe96381ep-3L,
    -0x1.e4286cb0f5397dc2064a8ed3175cp-6L,
    0x1.a41a41a41a41a41a41a41a41a41ap-8L,
    -0x1.f6ab0d9993c7c81f6ab0d9993c7dp-10L,
    0x1.b951e2b18ff23570ea73806e5479p-11L,
    -0x1.3813813813813813813813813814p-11L,
    0x1.a01a01a01a01a01a01a01a01a01ap-11L,
    -0x1.6c16c16c16c16c16c16c16c16c17p-9L,
    0x1.5555555555555555555555555555p-4L};

/* ln(2 pi) / 2 */
static const long double half_log_2_pi = 0x1.d67f1c864beb4a69297920028832p-1L;

long double __cutaway_gamma_long(long double x, long double *factor)
{
    long double sum = 0;
    int i;

    *factor = 1;
    for (; x < 40; x += 1) {
        *factor *= x;
    }
    for (i = 0; i < (int)(sizeof stirling / sizeof *stirling); i++) {
        sum = sum / (x * x) + stirling[i];
    }
    return (x - 0.5L) * logl(x) - x + (half_log_2_pi + sum / x);
}
