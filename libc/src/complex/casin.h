/* casin.h: the arc sine. C17 7.3.5.2, G.6p7: -i casinh(iz). */

COMPLEX NAMED(casin)(COMPLEX z)
{
    COMPLEX turned = NAMED(casinh)(TIMES_I(z));

    return OVER_I(turned);
}
