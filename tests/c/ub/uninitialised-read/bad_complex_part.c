/* C17 6.2.5p13, 6.3.2.1p2: a complex number has a value when both of its parts have. */
#include <complex.h>

static double _Complex square(double _Complex z)
{
    return z * z;
}

int main(void)
{
    double _Complex z;
    float _Complex f;
    long double _Complex l;
    double _Complex whole;
    double _Complex *p = &whole;

    __real__ z = 1;
    z = z + 1; /* finds: uninitialised-read */
    __imag__ f = 1;
    if (f) { /* finds: uninitialised-read */
        z = 2;
    }
    __real__ l = 1;
    l *= 2; /* finds: uninitialised-read */
    z = square(*p); /* finds: uninitialised-read */
    return z == 0;
}
