/* strtoumax.c: the integer that a string spells; on lp64 strtoul is as wide. C17 7.8.2.3. */
#include <inttypes.h>
#include <stdlib.h>

uintmax_t strtoumax(const char *restrict string, char **restrict end, int base)
{
    return strtoul(string, end, base);
}
