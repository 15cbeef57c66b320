/* iswprint.c: printing characters. C17 7.30.2.1.8. */
#include <wctype.h>

#include "../internal/unicode.h"

int iswprint(wint_t c)
{
    if (c < 0x80) {
        return c >= ' ' && c < 0x7f;
    }
    return __cutaway_in_ranges(c, __cutaway_printable, __cutaway_printable_count);
}
