/* tgmath.h: mathematics by the type of the arguments. C17 7.25: integers count as double. */
#ifndef _TGMATH_H
#define _TGMATH_H

#include <complex.h>
#include <math.h>

/* A zero of the type that an argument counts as. */
#define __tg_zero(x)                                                                               \
    _Generic((x), float: 0.0f, long double: 0.0L, float _Complex: 0.0fi, double _Complex: 0.0i,    \
             long double _Complex: 0.0Li, default: 0.0)

/* The function for a type, that of its zero. */
#define __tg_real(zero, name) _Generic((zero), float: name##f, long double: name##l, default: name)
#define __tg_complex(zero, name)                                                                   \
    _Generic((zero), float: name##f, long double: name##l, float _Complex: name##f,                \
             long double _Complex: name##l, default: name)
#define __tg_both(zero, real, complex_name)                                                        \
    _Generic((zero), float: real##f, long double: real##l, float _Complex: complex_name##f,        \
             double _Complex: complex_name, long double _Complex: complex_name##l, default: real)

#define __tg_1(name, x) __tg_real(__tg_zero(x), name)(x)
#define __tg_2(name, x, y) __tg_real(__tg_zero(x) + __tg_zero(y), name)(x, y)
#define __tg_3(name, x, y, z) __tg_real(__tg_zero(x) + __tg_zero(y) + __tg_zero(z), name)(x, y, z)

#define acos(x) __tg_both(__tg_zero(x), acos, cacos)(x)
#define asin(x) __tg_both(__tg_zero(x), asin, casin)(x)
#define atan(x) __tg_both(__tg_zero(x), atan, catan)(x)
#define acosh(x) __tg_both(__tg_zero(x), acosh, cacosh)(x)
#define asinh(x) __tg_both(__tg_zero(x), asinh, casinh)(x)
#define atanh(x) __tg_both(__tg_zero(x), atanh, catanh)(x)
#define cos(x) __tg_both(__tg_zero(x), cos, ccos)(x)
#define sin(x) __tg_both(__tg_zero(x), sin, csin)(x)
#define tan(x) __tg_both(__tg_zero(x), tan, ctan)(x)
#define cosh(x) __tg_both(__tg_zero(x), cosh, ccosh)(x)
#define sinh(x) __tg_both(__tg_zero(x), sinh, csinh)(x)
#define tanh(x) __tg_both(__tg_zero(x), tanh, ctanh)(x)
#define exp(x) __tg_both(__tg_zero(x), exp, cexp)(x)
#define log(x) __tg_both(__tg_zero(x), log, clog)(x)
#define sqrt(x) __tg_both(__tg_zero(x), sqrt, csqrt)(x)
#define fabs(x) __tg_both(__tg_zero(x), fabs, cabs)(x)
#define pow(x, y) __tg_both(__tg_zero(x) + __tg_zero(y), pow, cpow)(x, y)

#define carg(z) __tg_complex(__tg_zero(z), carg)(z)
#define cimag(z) __tg_complex(__tg_zero(z), cimag)(z)
#define conj(z) __tg_complex(__tg_zero(z), conj)(z)
#define cproj(z) __tg_complex(__tg_zero(z), cproj)(z)
#define creal(z) __tg_complex(__tg_zero(z), creal)(z)

#define cbrt(x) __tg_1(cbrt, x)
#define ceil(x) __tg_1(ceil, x)
#define erf(x) __tg_1(erf, x)
#define erfc(x) __tg_1(erfc, x)
#define exp2(x) __tg_1(exp2, x)
#define expm1(x) __tg_1(expm1, x)
#define floor(x) __tg_1(floor, x)
#define ilogb(x) __tg_1(ilogb, x)
#define lgamma(x) __tg_1(lgamma, x)
#define llrint(x) __tg_1(llrint, x)
#define llround(x) __tg_1(llround, x)
#define log10(x) __tg_1(log10, x)
#define log1p(x) __tg_1(log1p, x)
#define log2(x) __tg_1(log2, x)
#define logb(x) __tg_1(logb, x)
#define lrint(x) __tg_1(lrint, x)
#define lround(x) __tg_1(lround, x)
#define nearbyint(x) __tg_1(nearbyint, x)
#define rint(x) __tg_1(rint, x)
#define round(x) __tg_1(round, x)
#define tgamma(x) __tg_1(tgamma, x)
#define trunc(x) __tg_1(trunc, x)
#define atan2(x, y) __tg_2(atan2, x, y)
#define copysign(x, y) __tg_2(copysign, x, y)
#define fdim(x, y) __tg_2(fdim, x, y)
#define fmax(x, y) __tg_2(fmax, x, y)
#define fmin(x, y) __tg_2(fmin, x, y)
#define fmod(x, y) __tg_2(fmod, x, y)
#define hypot(x, y) __tg_2(hypot, x, y)
#define nextafter(x, y) __tg_2(nextafter, x, y)
#define remainder(x, y) __tg_2(remainder, x, y)
#define fma(x, y, z) __tg_3(fma, x, y, z)
#define remquo(x, y, quotient) __tg_real(__tg_zero(x) + __tg_zero(y), remquo)(x, y, quotient)
#define frexp(x, power) __tg_real(__tg_zero(x), frexp)(x, power)
#define ldexp(x, power) __tg_real(__tg_zero(x), ldexp)(x, power)
#define nexttoward(x, y) __tg_real(__tg_zero(x), nexttoward)(x, y)
#define scalbln(x, power) __tg_real(__tg_zero(x), scalbln)(x, power)
#define scalbn(x, power) __tg_real(__tg_zero(x), scalbn)(x, power)

#endif
