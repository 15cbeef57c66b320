/* strtoul.c: the unsigned integer that a string spells; a minus sign negates it. C17 7.22.1.4. */
#include <errno.h>
#include <limits.h>
#include <stdlib.h>

#include "../internal/integer.h"

unsigned long strtoul(const char *restrict string, char **restrict end, int base)
{
    struct spelled_integer spelled = __cutaway_read_integer(string, base);

    if (end != NULL) {
        *end = (char *)spelled.end;
    }
    if (spelled.too_big) {
        errno = ERANGE;
        return ULONG_MAX;
    }
    return spelled.negative ? -spelled.magnitude : spelled.magnitude;
}
