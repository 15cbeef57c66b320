/* cacosl.c: the arc cosine of a complex number of type long double. C17 7.3.5.1. */
#include "../internal/complex_long_double.h"
#include "cacos.h"
