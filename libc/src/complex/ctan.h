/* ctan.h: the tangent. C17 7.3.5.6, G.6p7: -i ctanh(iz). */

COMPLEX NAMED(ctan)(COMPLEX z)
{
    COMPLEX turned = NAMED(ctanh)(TIMES_I(z));

    return OVER_I(turned);
}
