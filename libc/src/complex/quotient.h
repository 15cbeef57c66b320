/*
 * quotient.h: what is infinite or zero among quotients of complex numbers of one type REAL, whose formula gave a NaN in
 * both parts. C17 G.5.1p6: what is not zero, divided by zero, and what is infinite by what is finite, are infinite; what is
 * finite, divided by what is infinite, is zero.
 */

/* The sign stays; what is infinite becomes 1, all else 0. */
static REAL boxed(REAL x)
{
    return NAMED(copysign)(isinf(x) ? 1 : 0, x);
}

static REAL _Complex special_quotient(REAL a, REAL b, REAL c, REAL d)
{
    if (c == 0 && d == 0 && (!isnan(a) || !isnan(b))) {
        REAL infinity = NAMED(copysign)(INFINITY, c);

        return __builtin_complex(infinity * a, infinity * b);
    }
    if ((isinf(a) || isinf(b)) && isfinite(c) && isfinite(d)) {
        a = boxed(a);
        b = boxed(b);
        return __builtin_complex((REAL)INFINITY * (a * c + b * d), (REAL)INFINITY * (b * c - a * d));
    }
    if ((isinf(c) || isinf(d)) && isfinite(a) && isfinite(b)) {
        c = boxed(c);
        d = boxed(d);
        return __builtin_complex((REAL)0 * (a * c + b * d), (REAL)0 * (b * c - a * d));
    }
    return __builtin_complex((REAL)NAN, (REAL)NAN);
}
