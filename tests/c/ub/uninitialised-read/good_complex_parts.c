/* A complex number whose parts have been stored one by one, and reads of the part that has a value. */
#include <complex.h>

struct pair {
    float _Complex first;
    double _Complex second;
};

static double _Complex of_parts(double real, double imaginary)
{
    double _Complex z;
    double *parts = (double *)&z;

    parts[0] = real;
    parts[1] = imaginary;
    return z;
}

int main(void)
{
    double _Complex z;
    long double _Complex l;
    struct pair p;
    struct pair q;

    __real__ z = 1;
    if (__real__ z != 1) {
        return 1;
    }
    __imag__ z = 2;
    __imag__ l = creal(z);
    __real__ l = 3;
    p.second = z * of_parts(0, 1);
    q = p;
    q.first = l;
    return q.first * q.second == 0;
}
