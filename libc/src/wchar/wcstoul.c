/* wcstoul.c: an unsigned integer that a wide string spells. C17 7.29.4.1.2. */
#include <stdlib.h>
#include <wchar.h>

#include "../internal/narrow.h"

unsigned long wcstoul(const wchar_t *restrict string, wchar_t **restrict end, int base)
{
    struct narrowed narrowed = __cutaway_narrow(string);
    char *narrow_end;
    unsigned long result = strtoul(narrowed.text, &narrow_end, base);

    __cutaway_widen_end(&narrowed, string, narrow_end, end);
    return result;
}
