/* casinhl.c: the hyperbolic arc sine of a complex number of type long double. C17 7.3.6.2. */
#include "../internal/complex_long_double.h"
#include "casinh.h"
