/* catan.h: the arc tangent. C17 7.3.5.3, G.6p7: -i catanh(iz). */

COMPLEX NAMED(catan)(COMPLEX z)
{
    COMPLEX turned = NAMED(catanh)(TIMES_I(z));

    return OVER_I(turned);
}
