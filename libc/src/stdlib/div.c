/* div.c: quotient and remainder at once. C17 7.22.6.2. */
#include <stdlib.h>

div_t div(int numerator, int denominator)
{
    div_t result = {numerator / denominator, numerator % denominator};

    return result;
}
