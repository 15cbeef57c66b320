/* csin.h: the sine. C17 7.3.5.5, G.6p7: i csinh(-iz). */

COMPLEX NAMED(csin)(COMPLEX z)
{
    COMPLEX turned = NAMED(csinh)(OVER_I(z));

    return TIMES_I(turned);
}
