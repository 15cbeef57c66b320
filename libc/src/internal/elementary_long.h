/*
 * elementary_long.h: elementary functions of long doubles near 0. Errors are a few units in the last
 * place.
 */
#ifndef CUTAWAY_ELEMENTARY_LONG_H
#define CUTAWAY_ELEMENTARY_LONG_H

/* e^x - 1 for |x| <= 0.35. */
long double __cutaway_exp_minus_1_long(long double x);

/* Sine and cosine for |x| <= pi/4. */
long double __cutaway_sin_long(long double x);
long double __cutaway_cos_long(long double x);

/* The same angle less a multiple of pi/2, in [-pi/4, pi/4]; says which multiple, modulo 4. */
long double __cutaway_quadrant_long(long double x, int *quadrant);

/* The logarithm of gamma(x), and what it is less: ln of `factor`. For x from 2^-100 on. */
long double __cutaway_gamma_long(long double x, long double *factor);

#endif
