/* complex_parts.h: what functions of complex numbers are made of, for one type REAL. */
#define COMPLEX REAL _Complex
#define MADE_OF(real, imaginary) __builtin_complex((REAL)(real), (REAL)(imaginary))
#define REAL_PI 3.14159265358979323846264338327950288L
#define REAL_LN_2 0.69314718055994530941723212145817657L

/* i z and -i z: nothing is rounded. */
#define TIMES_I(z) MADE_OF(-__imag__(z), __real__(z))
#define OVER_I(z) MADE_OF(__imag__(z), -__real__(z))

/* The natural logarithm of |x + iy|; where that is near 1, its error is small beside 1 and the angle. */
REAL NAMED(__cutaway_log_modulus)(REAL x, REAL y);
