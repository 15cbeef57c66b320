/* nan.c: a quiet NaN. C17 7.12.11.2. What the text says is ignored. */
#include <math.h>

double nan(const char *text)
{
    (void)text;
    return NAN;
}

float nanf(const char *text)
{
    (void)text;
    return NAN;
}

long double nanl(const char *text)
{
    (void)text;
    return NAN;
}
