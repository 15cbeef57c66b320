/* log_modulusl.c: the logarithm of the absolute value of a complex number of type long double. */
#include "../internal/complex_long_double.h"
#include "log_modulus.h"
