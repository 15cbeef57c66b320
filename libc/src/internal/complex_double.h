/* complex_double.h: what functions of complex numbers that are written once for all types mean by REAL: double. */
#include <complex.h>
#include <float.h>
#include <math.h>

#define REAL double
#define NAMED(name) name
#define REAL_MAX DBL_MAX
#define REAL_MIN DBL_MIN
#define REAL_EPSILON DBL_EPSILON

/* Where e^-2x is nothing beside 1, and where e^x overflows. */
#define TANH_IS_1 20
#define EXP_MAX 709

#include "complex_parts.h"
