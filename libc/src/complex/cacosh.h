/* cacosh.h: the hyperbolic arc cosine: i or -i times the arc cosine. C17 7.3.6.1, G.6.2.1. */

COMPLEX NAMED(cacosh)(COMPLEX z)
{
    COMPLEX angle = NAMED(cacos)(z);

    return MADE_OF(NAMED(fabs)(__imag__ angle), NAMED(copysign)(__real__ angle, __imag__ z));
}
