/* csinl.c: the sine of a complex number of type long double. C17 7.3.5.5. */
#include "../internal/complex_long_double.h"
#include "csin.h"
