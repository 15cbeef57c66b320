/* scalbln.c: x * 2^power. C17 7.12.6.13. */
#include <math.h>

/* Beyond this every result is the same. */
static int limited(long power)
{
    return power > 40000 ? 40000 : power < -40000 ? -40000 : (int)power;
}

double scalbln(double x, long power)
{
    return scalbn(x, limited(power));
}

float scalblnf(float x, long power)
{
    return scalbnf(x, limited(power));
}

long double scalblnl(long double x, long power)
{
    return scalbnl(x, limited(power));
}
