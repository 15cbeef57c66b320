/* catanhl.c: the hyperbolic arc tangent of a complex number of type long double. C17 7.3.6.3. */
#include "../internal/complex_long_double.h"
#include "catanh.h"
