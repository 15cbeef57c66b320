/* gamma.h: the gamma function, as pairs of doubles (pair.h). */
#ifndef CUTAWAY_GAMMA_H
#define CUTAWAY_GAMMA_H

#include "pair.h"

/*
 * The logarithm of gamma(x) is that of the result's `factor` taken from `logarithm`, for x from
 * 2^-60 on, and for those from -40 to -2^-60 that are not whole. The factor may be below 0.
 */
struct gamma {
    struct pair logarithm;
    struct pair factor;
};

struct gamma __cutaway_gamma(double x);

/* The logarithm of gamma(2 + z) for |z| <= 0.26. */
struct pair __cutaway_log_gamma_near_2(double z);

/* The sine of pi * x. */
struct pair __cutaway_sin_pi(double x);

#endif
