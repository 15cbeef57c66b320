/* cexpl.c: the exponential of a complex number of type long double. C17 7.3.7.1. */
#include "../internal/complex_long_double.h"
#include "cexp.h"
