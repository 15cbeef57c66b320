/* ccoshl.c: the hyperbolic cosine of a complex number of type long double. C17 7.3.6.4. */
#include "../internal/complex_long_double.h"
#include "ccosh.h"
