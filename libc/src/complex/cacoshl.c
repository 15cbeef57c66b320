/* cacoshl.c: the hyperbolic arc cosine of a complex number of type long double. C17 7.3.6.1. */
#include "../internal/complex_long_double.h"
#include "cacosh.h"
