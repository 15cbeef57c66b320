/* C17 5.2.4.2.2, 7.12p3 to p6, 7.12.3, 7.12.14: <float.h>, and what <math.h> has without functions. */
#include <float.h>
#include <math.h>
#include <stdio.h>

static double nan_object = NAN;
static float list[] = {INFINITY, -INFINITY, HUGE_VALF, -NAN};
static long double wide = HUGE_VALL;

static void show(const void *value, int size)
{
    const unsigned char *byte = value;

    while (size > 0) {
        printf("%02x", byte[--size]);
    }
    putchar('\n');
}

#define SHOW(type, value)                                                                          \
    do {                                                                                           \
        type it = value;                                                                           \
        show(&it, sizeof it);                                                                      \
    } while (0)

#define CLASSES(x)                                                                                 \
    printf("%d %d%d%d%d%d ", fpclassify(x), isfinite(x) != 0, isinf(x) != 0, isnan(x) != 0,        \
           isnormal(x) != 0, signbit(x) != 0)

static void classes(long double x)
{
    float f = x;
    double d = x;

    CLASSES(f);
    CLASSES(d);
    CLASSES(x);
    puts("");
}

static void comparisons(double x, float y)
{
    printf("%d%d%d%d%d%d\n", isgreater(x, y) != 0, isgreaterequal(x, y) != 0, isless(x, y) != 0,
           islessequal(x, y) != 0, islessgreater(x, y) != 0, isunordered(x, y) != 0);
}

int main(void)
{
    static const long double numbers[] = {
        0, -0.0, 1, -1.5, 1e-40L, -1e-310L, 1e-4940L, 1e300L, -1e4000L, INFINITY, -INFINITY, NAN,
    };
    int evaluated = 0;

    SHOW(float, FLT_MAX);
    SHOW(float, FLT_MIN);
    SHOW(float, FLT_EPSILON);
    SHOW(float, FLT_TRUE_MIN);
    SHOW(double, DBL_MAX);
    SHOW(double, DBL_MIN);
    SHOW(double, DBL_EPSILON);
    SHOW(double, DBL_TRUE_MIN);
    SHOW(long double, LDBL_MAX);
    SHOW(long double, LDBL_MIN);
    SHOW(long double, LDBL_EPSILON);
    SHOW(long double, LDBL_TRUE_MIN);
    printf("%d %d %d %d %d %d\n", FLT_RADIX, FLT_EVAL_METHOD, DECIMAL_DIG, FLT_DIG, DBL_DIG, LDBL_DIG);
    printf("%d %d %d %d %d %d\n", FLT_MANT_DIG, DBL_MANT_DIG, LDBL_MANT_DIG, FLT_DECIMAL_DIG,
           DBL_DECIMAL_DIG, LDBL_DECIMAL_DIG);
    printf("%d %d %d %d\n", FLT_MIN_EXP, FLT_MIN_10_EXP, FLT_MAX_EXP, FLT_MAX_10_EXP);
    printf("%d %d %d %d\n", DBL_MIN_EXP, DBL_MIN_10_EXP, DBL_MAX_EXP, DBL_MAX_10_EXP);
    printf("%d %d %d %d\n", LDBL_MIN_EXP, LDBL_MIN_10_EXP, LDBL_MAX_EXP, LDBL_MAX_10_EXP);
    show(&nan_object, sizeof nan_object);
    show(list, sizeof list);
    show(&wide, sizeof wide);
    SHOW(double, HUGE_VAL);
    SHOW(float, fabsf(-1.5f));
    SHOW(double, fabs(-0.0));
    SHOW(long double, fabsl(-2.5L));
    SHOW(float, copysignf(1, -0.0f));
    SHOW(double, copysign(-3, 1));
    SHOW(long double, copysignl(3, -INFINITY));
    for (unsigned i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        classes(numbers[i]);
    }
    comparisons(1, 2);
    comparisons(2, 1);
    comparisons(-0.0, 0);
    comparisons(NAN, 1);
    comparisons(INFINITY, NAN);
    printf("%d %d\n", isnan(evaluated++ + 0.5), evaluated);
    return 0;
}
