/* atol.c: the long that a string spells in decimal. C17 7.22.1.2. */
#include <stdlib.h>

long atol(const char *string)
{
    return strtol(string, NULL, 10);
}
