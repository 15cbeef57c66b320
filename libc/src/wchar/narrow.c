/* narrow.c: wide strings that spell numbers. C17 7.29.4.1. */
#include <wctype.h>

#include "../internal/narrow.h"

struct narrowed __cutaway_narrow(const wchar_t *string)
{
    struct narrowed narrowed = {0, ""};
    size_t length = 0;

    while (iswspace((wint_t)string[narrowed.skipped])) {
        narrowed.skipped++;
    }
    string += narrowed.skipped;
    while (length < sizeof narrowed.text - 1 && string[length] > ' ' && string[length] < 0x7f) {
        narrowed.text[length] = (char)string[length];
        length++;
    }
    narrowed.text[length] = '\0';
    return narrowed;
}

void __cutaway_widen_end(const struct narrowed *narrowed, const wchar_t *string, const char *end,
                         wchar_t **result)
{
    size_t length = (size_t)(end - narrowed->text);

    if (result != NULL) {
        *result = (wchar_t *)(length > 0 ? string + narrowed->skipped + length : string);
    }
}
