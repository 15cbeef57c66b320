/* ccosl.c: the cosine of a complex number of type long double. C17 7.3.5.4. */
#include "../internal/complex_long_double.h"
#include "ccos.h"
