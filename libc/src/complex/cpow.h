/* cpow.h: powers, as the exponential of the logarithm times the exponent. C17 7.3.8.2, G.6.4.1. */

COMPLEX NAMED(cpow)(COMPLEX z, COMPLEX power)
{
    return NAMED(cexp)(power * NAMED(clog)(z));
}
