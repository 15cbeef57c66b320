/* multc3.c: the product of two complex numbers of type long double. C17 6.5.5, G.5.1. */
#include <math.h>

#include "../internal/complex_routines.h"

#define REAL long double
#define NAMED(name) name##l
#define ROUTINE __multc3
#include "multiply.h"
