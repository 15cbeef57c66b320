/* wcwidth.c: how many columns a wide character takes. POSIX; Unicode Standard Annex 11. */
#include <stdbool.h>
#include <wchar.h>
#include <wctype.h>

/* Whether a character combines with the one before it. */
static bool combines(wchar_t c)
{
    return (c >= 0x300 && c <= 0x36f) || (c >= 0x483 && c <= 0x489) ||
           (c >= 0x591 && c <= 0x5bd) || (c >= 0x1ab0 && c <= 0x1aff) ||
           (c >= 0x1dc0 && c <= 0x1dff) || (c >= 0x200b && c <= 0x200f) ||
           (c >= 0x20d0 && c <= 0x20ff) || (c >= 0xfe00 && c <= 0xfe0f) ||
           (c >= 0xfe20 && c <= 0xfe2f);
}

static bool is_wide(wchar_t c)
{
    return (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0x303e) ||
           (c >= 0x3041 && c <= 0x33ff) || (c >= 0x3400 && c <= 0x4dbf) ||
           (c >= 0x4e00 && c <= 0x9fff) || (c >= 0xa000 && c <= 0xa4cf) ||
           (c >= 0xac00 && c <= 0xd7a3) || (c >= 0xf900 && c <= 0xfaff) ||
           (c >= 0xfe30 && c <= 0xfe6f) || (c >= 0xff00 && c <= 0xff60) ||
           (c >= 0xffe0 && c <= 0xffe6) || (c >= 0x1f300 && c <= 0x1f64f) ||
           (c >= 0x1f900 && c <= 0x1f9ff) || (c >= 0x20000 && c <= 0x3fffd);
}

int wcwidth(wchar_t c)
{
    if (c == 0 || combines(c)) {
        return 0;
    }
    if (!iswprint((wint_t)c)) {
        return -1;
    }
    return is_wide(c) ? 2 : 1;
}

int wcswidth(const wchar_t *string, size_t count)
{
    int columns = 0;

    for (; count > 0 && *string != 0; count--, string++) {
        int width = wcwidth(*string);

        if (width < 0) {
            return -1;
        }
        columns += width;
    }
    return columns;
}
