/*
 * multiply.h: the product of two complex numbers, ROUTINE, for one type REAL. C17 G.5.1p4.
 *
 * Where the formula gives a NaN in both parts although a factor is infinite, or a product on the way overflows, the result
 * is an infinity.
 */

/* The sign stays; what is infinite becomes 1, all else 0. */
static REAL boxed(REAL x)
{
    return NAMED(copysign)(isinf(x) ? 1 : 0, x);
}

/* A NaN becomes a zero of its sign. */
static REAL known(REAL x)
{
    return isnan(x) ? NAMED(copysign)(0, x) : x;
}

REAL _Complex ROUTINE(REAL a, REAL b, REAL c, REAL d)
{
    REAL ac = a * c;
    REAL bd = b * d;
    REAL ad = a * d;
    REAL bc = b * c;
    int overflows = isinf(ac) || isinf(bd) || isinf(ad) || isinf(bc);
    int is_left_infinite = isinf(a) || isinf(b);
    int is_right_infinite = isinf(c) || isinf(d);

    if (!isnan(ac - bd) || !isnan(ad + bc) || !(is_left_infinite || is_right_infinite || overflows)) {
        return __builtin_complex(ac - bd, ad + bc);
    }
    if (is_left_infinite) {
        a = boxed(a);
        b = boxed(b);
        c = known(c);
        d = known(d);
    }
    if (is_right_infinite) {
        c = boxed(c);
        d = boxed(d);
        a = known(a);
        b = known(b);
    }
    if (!is_left_infinite && !is_right_infinite) {
        a = known(a);
        b = known(b);
        c = known(c);
        d = known(d);
    }
    return __builtin_complex((REAL)INFINITY * (a * c - b * d), (REAL)INFINITY * (a * d + b * c));
}
