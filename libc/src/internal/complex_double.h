/* complex_double.h: what functions of complex numbers that are written once for all types mean by REAL: double. */
#include <complex.h>
#include <float.h>
#include <math.h>

#define REAL double
#define COMPLEX double _Complex
#define NAMED(name) name
#define REAL_MAX DBL_MAX
#define REAL_MIN DBL_MIN
#define REAL_EPSILON DBL_EPSILON

/* The largest number whose exponential fits, in whole numbers. */
#define EXP_MAX 709
