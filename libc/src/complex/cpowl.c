/* cpowl.c: powers of complex numbers of type long double. C17 7.3.8.2. */
#include "../internal/complex_long_double.h"
#include "cpow.h"
