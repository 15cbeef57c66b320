/* clogl.c: the natural logarithm of a complex number of type long double. C17 7.3.7.2. */
#include "../internal/complex_long_double.h"
#include "clog.h"
