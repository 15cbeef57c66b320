/* strtoll.c: as strtol, which on lp64 has the same width. C17 7.22.1.4. */
#include <stdlib.h>

long long strtoll(const char *restrict string, char **restrict end, int base)
{
    return strtol(string, end, base);
}
