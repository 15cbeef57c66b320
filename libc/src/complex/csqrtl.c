/* csqrtl.c: the square root of a complex number of type long double. C17 7.3.8.3. */
#include "../internal/complex_long_double.h"
#include "csqrt.h"
