/* strtoimax.c: the integer that a string spells; on lp64 strtol is as wide. C17 7.8.2.3. */
#include <inttypes.h>
#include <stdlib.h>

intmax_t strtoimax(const char *restrict string, char **restrict end, int base)
{
    return strtol(string, end, base);
}
