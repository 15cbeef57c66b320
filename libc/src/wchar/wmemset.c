/* wmemset.c: fill with a wide character. C17 7.29.4.6.2. */
#include <wchar.h>

wchar_t *wmemset(wchar_t *object, wchar_t c, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        object[i] = c;
    }
    return object;
}
