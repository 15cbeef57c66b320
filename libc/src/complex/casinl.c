/* casinl.c: the arc sine of a complex number of type long double. C17 7.3.5.2. */
#include "../internal/complex_long_double.h"
#include "casin.h"
