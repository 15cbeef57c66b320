/* pair.c: arithmetic of pairs of doubles. */
#include <math.h>

#include "../internal/pair.h"

struct pair __cutaway_sum(double a, double b)
{
    double sum = a + b;
    double part = sum - a;

    return (struct pair){sum, (a - (sum - part)) + (b - part)};
}

/* The same where |a| >= |b|. */
static struct pair ordered_sum(double a, double b)
{
    double sum = a + b;

    return (struct pair){sum, b - (sum - a)};
}

struct pair __cutaway_product(double a, double b)
{
    double product = a * b;

    return (struct pair){product, fma(a, b, -product)};
}

struct pair __cutaway_add(struct pair a, struct pair b)
{
    struct pair high = __cutaway_sum(a.high, b.high);
    struct pair low = __cutaway_sum(a.low, b.low);
    struct pair sum = ordered_sum(high.high, high.low + low.high);

    return ordered_sum(sum.high, sum.low + low.low);
}

struct pair __cutaway_multiply(struct pair a, struct pair b)
{
    struct pair product = __cutaway_product(a.high, b.high);

    return ordered_sum(product.high, product.low + (a.high * b.low + a.low * b.high));
}

struct pair __cutaway_divide(struct pair a, struct pair b)
{
    double quotient = a.high / b.high;
    double rest = fma(-quotient, b.high, a.high) + a.low - quotient * b.low;

    return ordered_sum(quotient, rest / b.high);
}

struct pair __cutaway_root(struct pair a)
{
    double root = sqrt(a.high);

    if (root == 0) {
        return (struct pair){root, 0};
    }
    return ordered_sum(root, (fma(-root, root, a.high) + a.low) / (2 * root));
}

struct pair __cutaway_times(struct pair a, double factor)
{
    return (struct pair){a.high * factor, a.low * factor};
}
