/* atoll.c: the long long that a string spells in decimal. C17 7.22.1.2. */
#include <stdlib.h>

long long atoll(const char *string)
{
    return strtoll(string, NULL, 10);
}
