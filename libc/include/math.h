/* math.h: mathematics: what needs no approximation. C17 7.12. */
#ifndef _MATH_H
#define _MATH_H

typedef float float_t;
typedef double double_t;

#define HUGE_VAL (__builtin_huge_val())
#define HUGE_VALF (__builtin_huge_valf())
#define HUGE_VALL (__builtin_huge_vall())
#define INFINITY (__builtin_inff())
#define NAN (__builtin_nanf(""))

#define FP_NAN 0
#define FP_INFINITE 1
#define FP_ZERO 2
#define FP_SUBNORMAL 3
#define FP_NORMAL 4

/* C17 7.12.3: of any floating type, which its size tells. */
int __fpclassifyf(float x);
int __fpclassify(double x);
int __fpclassifyl(long double x);
int __signbitf(float x);
int __signbit(double x);
int __signbitl(long double x);
#define __by_size(name, x)                                                                         \
    (sizeof(x) == sizeof(float) ? name##f(x) : sizeof(x) == sizeof(double) ? name(x) : name##l(x))
#define fpclassify(x) __by_size(__fpclassify, x)
#define isfinite(x) (fpclassify(x) > FP_INFINITE)
#define isinf(x) (fpclassify(x) == FP_INFINITE)
#define isnan(x) (fpclassify(x) == FP_NAN)
#define isnormal(x) (fpclassify(x) == FP_NORMAL)
#define signbit(x) __by_size(__signbit, x)

/* C17 7.12.14: comparisons that raise no exception; long double holds every value. */
int __isgreater(long double x, long double y);
int __isgreaterequal(long double x, long double y);
int __isless(long double x, long double y);
int __islessequal(long double x, long double y);
int __islessgreater(long double x, long double y);
int __isunordered(long double x, long double y);
#define isgreater(x, y) __isgreater(x, y)
#define isgreaterequal(x, y) __isgreaterequal(x, y)
#define isless(x, y) __isless(x, y)
#define islessequal(x, y) __islessequal(x, y)
#define islessgreater(x, y) __islessgreater(x, y)
#define isunordered(x, y) __isunordered(x, y)

double fabs(double x);
float fabsf(float x);
long double fabsl(long double x);
double copysign(double x, double y);
float copysignf(float x, float y);
long double copysignl(long double x, long double y);

#endif
