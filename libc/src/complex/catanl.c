/* catanl.c: the arc tangent of a complex number of type long double. C17 7.3.5.3. */
#include "../internal/complex_long_double.h"
#include "catan.h"
