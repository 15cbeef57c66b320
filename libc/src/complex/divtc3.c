/* divtc3.c: the quotient of two complex numbers of type long double. C17 6.5.5, G.5.1. */
#include "../internal/complex_long_double.h"
#include "../internal/complex_routines.h"
#include "quotient.h"

#define ROUTINE __divtc3
#define FUSED(x, y, z) ((x) * (y) + (z))
#include "divide.h"
