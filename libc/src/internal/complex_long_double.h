/* complex_long_double.h: what functions of complex numbers that are written once for all types mean by REAL: long double. */
#include <complex.h>
#include <float.h>
#include <math.h>

#define REAL long double
#define COMPLEX long double _Complex
#define NAMED(name) name##l
#define REAL_MAX LDBL_MAX
#define REAL_MIN LDBL_MIN
#define REAL_EPSILON LDBL_EPSILON

/* The largest number whose exponential fits, in whole numbers. */
#define EXP_MAX 11356
