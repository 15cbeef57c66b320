/* c16rtomb.c: the bytes of a character in UTF-16; a first half waits in the state. C17 7.28.1.2. */
#include <errno.h>
#include <uchar.h>
#include <wchar.h>

size_t c16rtomb(char *restrict to, char16_t c, mbstate_t *restrict state)
{
    static mbstate_t own;
    unsigned int high;

    state = state != NULL ? state : &own;
    if (to == NULL) {
        *state = (mbstate_t){0};
        return 1;
    }
    high = state->__value;
    *state = (mbstate_t){0};
    if (high != 0) {
        if (c < 0xdc00 || c > 0xdfff) {
            errno = EILSEQ;
            return (size_t)-1;
        }
        return wcrtomb(to, (wchar_t)(0x10000 + ((high & 0x3ff) << 10) + (c & 0x3ff)), state);
    }
    if (c >= 0xd800 && c <= 0xdbff) {
        state->__value = c;
        return 0;
    }
    return wcrtomb(to, (wchar_t)c, state);
}
