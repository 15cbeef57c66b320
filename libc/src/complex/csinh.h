/* csinh.h: the hyperbolic sine, sinh x cos y + i cosh x sin y. C17 7.3.6.5, G.6.2.5. */

COMPLEX NAMED(csinh)(COMPLEX z)
{
    REAL x = __real__ z;
    REAL y = __imag__ z;

    if (y == 0) {
        return MADE_OF(NAMED(sinh)(x), y);
    }
    if (!isfinite(y)) {
        return MADE_OF(isinf(x) ? (REAL)INFINITY : x == 0 ? x : (REAL)NAN, NAN);
    }
    if (isfinite(x) && NAMED(fabs)(x) > EXP_MAX) {
        REAL root = NAMED(exp)(NAMED(fabs)(x) / 2);
        REAL other = NAMED(copysign)(root, x);

        return MADE_OF(root * NAMED(cos)(y) * (other / 2), root * NAMED(sin)(y) * (root / 2));
    }
    return MADE_OF(NAMED(sinh)(x) * NAMED(cos)(y), NAMED(cosh)(x) * NAMED(sin)(y));
}
