/* ctanl.c: the tangent of a complex number of type long double. C17 7.3.5.6. */
#include "../internal/complex_long_double.h"
#include "ctan.h"
