/* wcsncasecmp.c: compare at most count wide characters, of either case. POSIX. */
#include <wchar.h>
#include <wctype.h>

int wcsncasecmp(const wchar_t *left, const wchar_t *right, size_t count)
{
    for (; count > 0; count--, left++, right++) {
        wint_t a = towlower((wint_t)*left);
        wint_t b = towlower((wint_t)*right);

        if (a != b) {
            return a < b ? -1 : 1;
        }
        if (a == 0) {
            break;
        }
    }
    return 0;
}
