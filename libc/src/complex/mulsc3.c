/* mulsc3.c: the product of two complex numbers of type float. C17 6.5.5, G.5.1. */
#include <math.h>

#include "../internal/complex_routines.h"

#define REAL float
#define NAMED(name) name##f
#define ROUTINE __mulsc3
#include "multiply.h"
