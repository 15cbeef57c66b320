/* wmemmove.c: copy wide characters between objects that may overlap. C17 7.29.4.2.4. */
#include <string.h>
#include <wchar.h>

wchar_t *wmemmove(wchar_t *to, const wchar_t *from, size_t count)
{
    return memmove(to, from, count * sizeof *to);
}
