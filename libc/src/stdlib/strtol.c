/* strtol.c: the signed integer that a string spells. C17 7.22.1.4. */
#include <errno.h>
#include <limits.h>
#include <stdlib.h>

#include "../internal/integer.h"

long strtol(const char *restrict string, char **restrict end, int base)
{
    struct spelled_integer spelled = __cutaway_read_integer(string, base);
    unsigned long limit = (unsigned long)LONG_MAX + (spelled.negative ? 1 : 0);

    if (end != NULL) {
        *end = (char *)spelled.end;
    }
    if (spelled.too_big || spelled.magnitude > limit) {
        errno = ERANGE;
        return spelled.negative ? LONG_MIN : LONG_MAX;
    }
    return (long)(spelled.negative ? -spelled.magnitude : spelled.magnitude);
}
