/* iswalpha.c: letters; digits too, but for those of ASCII. C17 7.30.2.1.2. */
#include <ctype.h>
#include <wctype.h>

#include "../internal/unicode.h"

int iswalpha(wint_t c)
{
    if (c < 0x80) {
        return isalpha((int)c);
    }
    return __cutaway_in_ranges(c, __cutaway_letters, __cutaway_letters_count);
}
