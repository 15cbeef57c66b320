/* ctanhl.c: the hyperbolic tangent of a complex number of type long double. C17 7.3.6.6. */
#include "../internal/complex_long_double.h"
#include "ctanh.h"
