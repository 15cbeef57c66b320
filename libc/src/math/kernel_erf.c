/* kernel_erf.c: the error function as a pair. */
#include <math.h>

#include "../internal/elementary.h"
#include "../internal/error_function.h"

static const struct pair two_per_root_pi = {0x1.20dd750429b6dp+0, 0x1.1ae3a914fed8p-56};
static const struct pair root_pi = {0x1.c5bf891b4ef6bp+0, -0x1.618f13eb7ca89p-54};

/* The sum of  (-1)^n x^(2n+1) / (n! (2n+1)),  whose terms are at most e^9 here. */
struct pair __cutaway_erf_series(double x)
{
    struct pair minus_square = __cutaway_times(__cutaway_product(x, x), -1);
    struct pair power = {x, 0};
    struct pair sum = {x, 0};
    int n;

    for (n = 1; n < 90; n++) {
        struct pair term;

        power = __cutaway_multiply(power, minus_square);
        power = __cutaway_divide(power, (struct pair){n, 0});
        term = __cutaway_divide(power, (struct pair){2 * n + 1, 0});
        sum = __cutaway_add(sum, term);
        if (fabs(term.high) < 0x1p-90 * fabs(sum.high)) {
            break;
        }
    }
    return __cutaway_multiply(sum, two_per_root_pi);
}

/* e^(-x^2) / (x sqrt(pi)) divided by  1 + a/(1 + 2a/(1 + 3a/(1 + ...))),  where a = 1 / (2x^2). */
struct pair __cutaway_erfc_fraction(double x, int *power)
{
    struct pair square = __cutaway_product(x, x);
    struct pair one = {1, 0};
    struct pair a = __cutaway_divide(one, __cutaway_times(square, 2));
    struct pair fraction = one;
    struct pair divisor = __cutaway_multiply(root_pi, (struct pair){x, 0});
    int n;

    for (n = 60; n >= 1; n--) {
        struct pair numerator = __cutaway_multiply(a, (struct pair){n, 0});

        fraction = __cutaway_add(one, __cutaway_divide(numerator, fraction));
    }
    divisor = __cutaway_multiply(divisor, fraction);
    return __cutaway_divide(__cutaway_exp(__cutaway_times(square, -1), power), divisor);
}
