/* compare.c: comparisons that raise no exception. C17 7.12.14. They are made in integers. */
#include <math.h>

#include "../internal/quad.h"

int __isgreater(long double x, long double y)
{
    return __gttf2(x, y) > 0;
}

int __isgreaterequal(long double x, long double y)
{
    return __getf2(x, y) >= 0;
}

int __isless(long double x, long double y)
{
    return __lttf2(x, y) < 0;
}

int __islessequal(long double x, long double y)
{
    return __letf2(x, y) <= 0;
}

int __islessgreater(long double x, long double y)
{
    return __isless(x, y) || __isgreater(x, y);
}

int __isunordered(long double x, long double y)
{
    return __unordtf2(x, y);
}
