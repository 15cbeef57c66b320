/* ccos.h: the cosine, ccosh(iz). C17 7.3.5.4, G.6p7. */

COMPLEX NAMED(ccos)(COMPLEX z)
{
    return NAMED(ccosh)(TIMES_I(z));
}
