/* towlower.c: the letter of lower case. C17 7.30.3.1.1. */
#include <ctype.h>

#include "../internal/unicode.h"

wint_t towlower(wint_t c)
{
    if (c < 0x80) {
        return (wint_t)tolower((int)c);
    }
    return __cutaway_map_case(c, __cutaway_to_lower, __cutaway_to_lower_count);
}
