/* complex_long_double.h: what functions of complex numbers that are written once for all types mean by REAL: long double. */
#include <complex.h>
#include <float.h>
#include <math.h>

#define REAL long double
#define NAMED(name) name##l
#define REAL_MAX LDBL_MAX
#define REAL_MIN LDBL_MIN
#define REAL_EPSILON LDBL_EPSILON

/* Where e^-2x is nothing beside 1, and where e^x overflows. */
#define TANH_IS_1 41
#define EXP_MAX 11355

#include "complex_parts.h"
