/* error_function.h: the error function, as pairs of doubles (pair.h). */
#ifndef CUTAWAY_ERROR_FUNCTION_H
#define CUTAWAY_ERROR_FUNCTION_H

#include "pair.h"

/* The error function for |x| <= 3. Error: 2^-70 of 1. */
struct pair __cutaway_erf_series(double x);

/* 1 less the error function, as the result * 2^power, for x from 3 to 40. Error: 2^-56. */
struct pair __cutaway_erfc_fraction(double x, int *power);

#endif
