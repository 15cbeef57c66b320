/*
 * elementary.h: the elementary functions, as pairs of doubles (pair.h). Errors are relative, and
 * below 2^-60 where nothing else is said.
 */
#ifndef CUTAWAY_ELEMENTARY_H
#define CUTAWAY_ELEMENTARY_H

#include "pair.h"

/* e^x is the result * 2^power, for |x| <= 2000. Error: 2^-56. */
struct pair __cutaway_exp(struct pair x, int *power);

/* e^x - 1 for |x| <= 0.35. Error: 2^-56. */
struct pair __cutaway_exp_minus_1(struct pair x);

/* The natural logarithm of x, which is finite and above 0, and of 1 + x for |x| <= 1/64. */
struct pair __cutaway_log(struct pair x);
struct pair __cutaway_log_1_plus(struct pair x);

/* factor * ln x for any x, with its errors (C17 7.12.6.7p2). */
double __cutaway_log_times(double x, struct pair factor);

/* The angle in [0, pi/4] whose tangent is y / x, for 0 <= y <= x and x above 0. */
struct pair __cutaway_angle(struct pair y, struct pair x);

/* The angle in [0, pi/2], for y and x not less than 0 and not both 0. */
struct pair __cutaway_angle_of(struct pair y, struct pair x);

/* The same angle less a multiple of pi/2, in [-pi/4, pi/4]; says which multiple, modulo 4. */
struct pair __cutaway_quadrant(double x, int *quadrant);

/* For |x| <= pi/4. Error: 2^-55. */
struct pair __cutaway_sin(struct pair x);
struct pair __cutaway_cos(struct pair x);

/* pair * 2^power as a double, rounded once more where that is subnormal. ERANGE where it does not fit. */
double __cutaway_finish(struct pair x, int power);

#endif
