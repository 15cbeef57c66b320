/*
 * math.c: random calls of the functions of math.h. Arguments: a seed, how many.
 *
 * A line is  NAME ARGUMENTS ~ERROR = RESULT,  in hexadecimal bits: how far the result may be from
 * that of the reference, in units in the last place. The reference, where REFERENCE is defined,
 * computes in long double and rounds.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "random.h"

static void print_bits(const void *object, size_t size)
{
    const unsigned char *bytes = object;

    while (size > 0) {
        printf("%02x", bytes[--size]);
    }
}

static void print_result(const void *object, size_t size, int error, int is_nan)
{
    printf(" ~%d = ", error);
    if (is_nan) {
        printf("nan");
    } else {
        print_bits(object, size);
    }
    printf("\n");
}

struct unary {
    const char *name;
    float (*small)(float);
    double (*middle)(double);
    long double (*large)(long double);
    int error; /* of the long double function */
};

struct binary {
    const char *name;
    float (*small)(float, float);
    double (*middle)(double, double);
    long double (*large)(long double, long double);
    int error;
};

#define FUNCTION(name, error) {#name, name##f, name, name##l, error}

/* lgamma, and tgamma and erfc of long double, are compared apart: near zeros errors are absolute. */
static const struct unary unary[] = {
    FUNCTION(exp, 8),    FUNCTION(exp2, 8),  FUNCTION(expm1, 8), FUNCTION(log, 8),
    FUNCTION(log2, 8),   FUNCTION(log10, 8), FUNCTION(log1p, 8), FUNCTION(sin, 8),
    FUNCTION(cos, 8),    FUNCTION(tan, 8),   FUNCTION(asin, 8),  FUNCTION(acos, 8),
    FUNCTION(atan, 8),   FUNCTION(sinh, 8),  FUNCTION(cosh, 8),  FUNCTION(tanh, 8),
    FUNCTION(asinh, 8),  FUNCTION(acosh, 8), FUNCTION(atanh, 8), FUNCTION(cbrt, 8),
    FUNCTION(sqrt, 0),   FUNCTION(erf, 32),  FUNCTION(floor, 0), FUNCTION(ceil, 0),
    FUNCTION(trunc, 0),  FUNCTION(round, 0), FUNCTION(rint, 0),  FUNCTION(nearbyint, 0),
    FUNCTION(fabs, 0),   FUNCTION(logb, 0),  FUNCTION(erfc, 1 << 20),
    FUNCTION(tgamma, 1 << 16)};

static const struct binary binary[] = {
    FUNCTION(pow, 1 << 14), FUNCTION(hypot, 8), FUNCTION(atan2, 8),     FUNCTION(fmod, 0),
    FUNCTION(remainder, 0), FUNCTION(fdim, 0),  FUNCTION(fmax, 0),      FUNCTION(fmin, 0),
    FUNCTION(copysign, 0)};

static void call_unary(const struct unary *function)
{
    double x = random_double();
    float small_x = (float)x;
    long double large_x = random_long_double();
    long double large = function->large(large_x);
#ifdef REFERENCE
    double middle = (double)function->large(x);
    float small = (float)function->large(small_x);
#else
    double middle = function->middle(x);
    float small = function->small(small_x);
#endif

    printf("%s ", function->name);
    print_bits(&x, sizeof x);
    print_result(&middle, sizeof middle, function->error == 0 ? 0 : 1, middle != middle);
    printf("%sf ", function->name);
    print_bits(&small_x, sizeof small_x);
    print_result(&small, sizeof small, function->error == 0 ? 0 : 1, small != small);
    printf("%sl ", function->name);
    print_bits(&large_x, sizeof large_x);
    print_result(&large, sizeof large, function->error, large != large);
}

static void call_binary(const struct binary *function)
{
    double x = random_double();
    double y = random_double();
    long double large_x = random_long_double();
    long double large_y = random_long_double();
    long double large = function->large(large_x, large_y);
#ifdef REFERENCE
    double middle = (double)function->large(x, y);
#else
    double middle = function->middle(x, y);
#endif

    printf("%s ", function->name);
    print_bits(&x, sizeof x);
    printf(" ");
    print_bits(&y, sizeof y);
    print_result(&middle, sizeof middle, function->error == 0 ? 0 : 1, middle != middle);
    printf("%sl ", function->name);
    print_bits(&large_x, sizeof large_x);
    printf(" ");
    print_bits(&large_y, sizeof large_y);
    print_result(&large, sizeof large, function->error, large != large);
}

static void call_others(void)
{
    double x = random_double();
    double y = random_double();
    double z = random_double();
    double sum = fma(x, y, z);
    double whole;
    double fraction = modf(x, &whole);
    int power;
    double part = frexp(x, &power);
    double scaled = ldexp(y, random_below(2200) - 1100);
    double next = nextafter(x, y);

    printf("fma ");
    print_bits(&x, sizeof x);
    printf(" ");
    print_bits(&y, sizeof y);
    printf(" ");
    print_bits(&z, sizeof z);
    print_result(&sum, sizeof sum, 0, sum != sum);
    printf("modf");
    print_result(&fraction, sizeof fraction, 0, fraction != fraction);
    printf("modf whole");
    print_result(&whole, sizeof whole, 0, whole != whole);
    printf("frexp %d", power);
    print_result(&part, sizeof part, 0, part != part);
    printf("ldexp");
    print_result(&scaled, sizeof scaled, 0, scaled != scaled);
    printf("nextafter");
    print_result(&next, sizeof next, 0, next != next);
    printf("ilogb %d class %d %d\n", ilogb(x), fpclassify(y), signbit(z) != 0);
    if (fabs(x) < 0x1p62) {
        printf("lrint %ld lround %ld\n", lrint(x), lround(x));
    }
}

int main(int argc, char **argv)
{
    enum { UNARY = sizeof unary / sizeof *unary, BINARY = sizeof binary / sizeof *binary };
    long count = argc > 2 ? atol(argv[2]) : 1000;
    long i;

    seed(argc > 1 ? (uint64_t)atol(argv[1]) : 1);
    for (i = 0; i < count; i++) {
        int number = (int)(i % (UNARY + BINARY + 1));

        if (number < UNARY) {
            call_unary(&unary[number]);
        } else if (number < UNARY + BINARY) {
            call_binary(&binary[number - UNARY]);
        } else {
            call_others();
        }
    }
    return 0;
}
