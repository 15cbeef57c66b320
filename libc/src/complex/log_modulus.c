/* log_modulus.c: the logarithm of the absolute value of a complex number. */
#include "../internal/complex_double.h"
#include "log_modulus.h"
