/* csinhl.c: the hyperbolic sine of a complex number of type long double. C17 7.3.6.5. */
#include "../internal/complex_long_double.h"
#include "csinh.h"
