/* ccosh.h: the hyperbolic cosine, cosh x cos y + i sinh x sin y. C17 7.3.6.4, G.6.2.4. */

COMPLEX NAMED(ccosh)(COMPLEX z)
{
    REAL x = __real__ z;
    REAL y = __imag__ z;

    if (y == 0) {
        return MADE_OF(NAMED(cosh)(x), isnan(x) ? y : NAMED(copysign)(1, x) * y);
    }
    if (!isfinite(y)) {
        return MADE_OF(isinf(x) ? (REAL)INFINITY : (REAL)NAN, x == 0 ? (REAL)0 : (REAL)NAN);
    }
    if (isfinite(x) && NAMED(fabs)(x) > EXP_MAX) {
        REAL root = NAMED(exp)(NAMED(fabs)(x) / 2);
        REAL other = NAMED(copysign)(root, x);

        return MADE_OF(root * NAMED(cos)(y) * (root / 2), root * NAMED(sin)(y) * (other / 2));
    }
    return MADE_OF(NAMED(cosh)(x) * NAMED(cos)(y), NAMED(sinh)(x) * NAMED(sin)(y));
}
