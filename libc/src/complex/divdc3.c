/* divdc3.c: the quotient of two complex numbers of type double. C17 6.5.5, G.5.1. */
#include "../internal/complex_double.h"
#include "../internal/complex_routines.h"
#include "quotient.h"

#define ROUTINE __divdc3
#define FUSED(x, y, z) __builtin_fma(x, y, z)
#include "divide.h"
