/*
 * mbrtoc16.c: the next character, in UTF-16. C17 7.28.1.1.
 *
 * Of a character that needs two, the second one waits in the state, which then lacks nothing but
 * has a length.
 */
#include <uchar.h>
#include <wchar.h>

size_t mbrtoc16(char16_t *restrict to, const char *restrict from, size_t count,
                mbstate_t *restrict state)
{
    static mbstate_t own;
    wchar_t c = 0;
    size_t taken;

    state = state != NULL ? state : &own;
    if (from != NULL && state->__missing == 0 && state->__length != 0) {
        if (to != NULL) {
            *to = (char16_t)state->__value;
        }
        *state = (mbstate_t){0};
        return (size_t)-3;
    }
    taken = mbrtowc(&c, from, count, state);
    if (from == NULL || taken > count) {
        return taken;
    }
    if (c >= 0x10000) {
        *state = (mbstate_t){0xdc00 | ((unsigned int)c & 0x3ff), 0, 2};
        c = 0xd800 | ((c - 0x10000) >> 10);
    }
    if (to != NULL) {
        *to = (char16_t)c;
    }
    return taken;
}
