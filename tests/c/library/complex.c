/*
 * complex.c: random calls of the functions of complex.h, and products and quotients. Arguments: a seed, how many.
 *
 * A line is  NAME ARGUMENTS ~ERROR = REAL,IMAGINARY,  in hexadecimal bits: how far the parts may be from those of the
 * reference, in units in the last place of the larger one. The reference, where REFERENCE is defined, computes the
 * functions in long double and rounds.
 */
#include <complex.h>
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

#define PRINT_PART(part)                                                                           \
    do {                                                                                           \
        if ((part) != (part)) {                                                                    \
            printf("nan");                                                                         \
        } else {                                                                                   \
            print_bits(&(part), sizeof(part));                                                     \
        }                                                                                          \
    } while (0)

/* One for each type: prints an argument, or a result behind the error that it may have. */
#define PRINTER(name, type)                                                                        \
    static void name(type _Complex z)                                                              \
    {                                                                                              \
        type real = __real__ z;                                                                    \
        type imaginary = __imag__ z;                                                               \
                                                                                                   \
        PRINT_PART(real);                                                                          \
        printf(",");                                                                               \
        PRINT_PART(imaginary);                                                                     \
    }

PRINTER(print_float, float)
PRINTER(print_double, double)
PRINTER(print_long, long double)

struct unary {
    const char *name;
    float _Complex (*small)(float _Complex);
    double _Complex (*middle)(double _Complex);
    long double _Complex (*large)(long double _Complex);
    int error;      /* of the functions of float and double */
    int long_error; /* of the long double function */
};

#define FUNCTION(name, error, long_error) {#name, name##f, name, name##l, error, long_error}

static const struct unary unary[] = {
    FUNCTION(cexp, 4, 16),   FUNCTION(clog, 4, 16),   FUNCTION(csqrt, 4, 16),  FUNCTION(csin, 4, 16),
    FUNCTION(ccos, 4, 16),   FUNCTION(ctan, 8, 32),   FUNCTION(csinh, 4, 16),  FUNCTION(ccosh, 4, 16),
    FUNCTION(ctanh, 8, 32),  FUNCTION(casin, 8, 32),  FUNCTION(cacos, 8, 32),  FUNCTION(catan, 8, 32),
    FUNCTION(casinh, 8, 32), FUNCTION(cacosh, 8, 32), FUNCTION(catanh, 8, 32), FUNCTION(cproj, 0, 0),
    FUNCTION(conj, 0, 0)};

/* What functions have special values for. */
static double special(void)
{
    static const double values[] = {0, -0.0, 1, -1, INFINITY, -INFINITY, NAN, 0.5};

    return values[random_below(8)];
}

static double random_part(void)
{
    return random_below(5) == 0 ? special() : random_double();
}

static long double random_long_part(void)
{
    return random_below(5) == 0 ? special() : random_long_double();
}

static void call_unary(const struct unary *function)
{
    double x = random_part();
    double y = random_part();
    long double large_x = random_long_part();
    long double large_y = random_long_part();
    double _Complex z = CMPLX(x, y);
    float _Complex small_z = CMPLXF(x, y);
    long double _Complex large_z = CMPLXL(large_x, large_y);
#ifdef REFERENCE
    double _Complex middle = (double _Complex)function->large(z);
    float _Complex small = (float _Complex)function->large(small_z);
#else
    double _Complex middle = function->middle(z);
    float _Complex small = function->small(small_z);
#endif
    long double _Complex large = function->large(large_z);

    printf("%s ", function->name);
    print_double(z);
    printf(" ~%d = ", function->error);
    print_double(middle);
    printf("\n%sf ", function->name);
    print_float(small_z);
    printf(" ~%d = ", function->error);
    print_float(small);
    printf("\n%sl ", function->name);
    print_long(large_z);
    printf(" ~%d = ", function->long_error);
    print_long(large);
    printf("\n");
}

/* Powers that are neither very large nor very small: the error grows with the exponent. */
static void call_power(void)
{
    double _Complex z = CMPLX(random_below(2000) / 100.0 - 10, random_below(2000) / 100.0 - 10);
    double _Complex power = CMPLX(random_below(100) / 10.0 - 5, random_below(100) / 10.0 - 5);
    long double _Complex large = cpowl(z, power);
#ifdef REFERENCE
    double _Complex middle = (double _Complex)large;
#else
    double _Complex middle = cpow(z, power);
#endif

    printf("cpow ");
    print_double(z);
    printf(" ");
    print_double(power);
    printf(" ~64 = ");
    print_double(middle);
    printf("\ncpowl ~128 = ");
    print_long(large);
    printf("\n");
}

/* The operators, whose results are the same to the last bit. */
#define ARITHMETIC(name, type, print)                                                              \
    static void name(type _Complex z, type _Complex w, type x)                                     \
    {                                                                                              \
        const type _Complex results[] = {z + w, z - w, z * w, z / w, z + x, x + z,                 \
                                         z - x, x - z, z * x, x * z, z / x, x / z, -z, ~z};        \
                                                                                                   \
        for (size_t index = 0; index < sizeof results / sizeof results[0]; index++) {              \
            printf(#name " %d ", (int)index);                                                      \
            print(z);                                                                              \
            printf(" ");                                                                           \
            print(w);                                                                              \
            printf(" = ");                                                                         \
            print(results[index]);                                                                 \
            printf("\n");                                                                          \
        }                                                                                          \
        printf(#name " == %d %d %d\n", z == w, z != z, z == x);                                    \
    }

ARITHMETIC(arithmetic, double, print_double)
ARITHMETIC(arithmeticf, float, print_float)
ARITHMETIC(arithmeticl, long double, print_long)

static void call_operators(void)
{
    double x = random_part();
    double y = random_part();
    double u = random_part();
    double v = random_part();
    long double s = random_long_part();
    long double t = random_long_part();
    long double p = random_long_part();
    long double q = random_long_part();

    arithmetic(CMPLX(x, y), CMPLX(u, v), u);
    arithmeticf(CMPLXF(x, y), CMPLXF(u, v), (float)u);
    arithmeticl(CMPLXL(s, t), CMPLXL(p, q), p);
}

int main(int argc, char **argv)
{
    int count = argc > 2 ? atoi(argv[2]) : 100;

    seed(argc > 1 ? strtoul(argv[1], NULL, 10) : 1);
    for (int call = 0; call < count; call++) {
        int which = random_below(sizeof unary / sizeof unary[0] + 2);

        if (which == 0) {
            call_operators();
        } else if (which == 1) {
            call_power();
        } else {
            call_unary(&unary[which - 2]);
        }
    }
    return 0;
}
