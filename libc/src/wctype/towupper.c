/* towupper.c: the letter of upper case. C17 7.30.3.1.2. */
#include <ctype.h>

#include "../internal/unicode.h"

wint_t towupper(wint_t c)
{
    if (c < 0x80) {
        return (wint_t)toupper((int)c);
    }
    return __cutaway_map_case(c, __cutaway_to_upper, __cutaway_to_upper_count);
}
