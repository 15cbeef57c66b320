/* atof.c: the double that a string spells. C17 7.22.1.1. */
#include <stdlib.h>

double atof(const char *string)
{
    return strtod(string, NULL);
}
