/* muldc3.c: the product of two complex numbers of type double. C17 6.5.5, G.5.1. */
#include <math.h>

#include "../internal/complex_routines.h"

#define REAL double
#define NAMED(name) name
#define ROUTINE __muldc3
#include "multiply.h"
