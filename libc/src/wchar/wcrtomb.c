/* wcrtomb.c: the bytes of a wide character. C17 7.29.6.3.3. */
#include <errno.h>

#include "../internal/utf8.h"

size_t wcrtomb(char *restrict to, wchar_t c, mbstate_t *restrict state)
{
    (void)state;
    if (to == NULL) {
        return 1;
    }
    if (!__cutaway_is_character((unsigned int)c)) {
        errno = EILSEQ;
        return (size_t)-1;
    }
    return __cutaway_encode(to, (unsigned int)c);
}
