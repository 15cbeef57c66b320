/*
 * mbrtowc.c: the next character of a multibyte string. C17 7.29.6.3.2.
 *
 * The state holds the bits of a character whose bytes have not all been there yet. A byte that
 * cannot follow is an error at once, so that no character is spelled longer than it must be.
 */
#include <errno.h>

#include "../internal/utf8.h"

/* Takes a first byte; false when it is none. */
static bool begin(mbstate_t *state, unsigned char byte)
{
    if (byte >= 0xc2 && byte <= 0xdf) {
        *state = (mbstate_t){byte & 0x1f, 1, 2};
    } else if (byte >= 0xe0 && byte <= 0xef) {
        *state = (mbstate_t){byte & 0x0f, 2, 3};
    } else if (byte >= 0xf0 && byte <= 0xf4) {
        *state = (mbstate_t){byte & 0x07, 3, 4};
    } else {
        return false;
    }
    return true;
}

/* Takes a byte that follows; false when it cannot. */
static bool go_on(mbstate_t *state, unsigned char byte)
{
    static const unsigned int least[] = {0, 0, 0, 0x800, 0x10000};
    unsigned int value = state->__value << 6 | (byte & 0x3f);
    int missing = state->__missing - 1;
    unsigned int lowest = value << (6 * missing); /* of the characters that may come of it */
    unsigned int highest = lowest | ((1U << (6 * missing)) - 1);

    if ((byte & 0xc0) != 0x80 || highest < least[state->__length] ||
        !__cutaway_is_character(lowest)) {
        return false;
    }
    state->__value = value;
    state->__missing = (unsigned char)missing;
    return true;
}

size_t mbrtowc(wchar_t *restrict to, const char *restrict from, size_t count,
               mbstate_t *restrict state)
{
    static mbstate_t own;
    mbstate_t *now = state != NULL ? state : &own;

    if (from == NULL) {
        from = "";
        to = NULL;
        count = 1;
    }
    for (size_t taken = 0; taken < count; taken++) {
        unsigned char byte = (unsigned char)from[taken];

        if (now->__missing == 0 && byte < 0x80) {
            now->__value = byte;
        } else if (now->__missing == 0 ? !begin(now, byte) : !go_on(now, byte)) {
            *now = (mbstate_t){0};
            errno = EILSEQ;
            return (size_t)-1;
        }
        if (now->__missing == 0) {
            wchar_t c = (wchar_t)now->__value;

            *now = (mbstate_t){0};
            if (to != NULL) {
                *to = c;
            }
            return c == 0 ? 0 : taken + 1;
        }
    }
    return (size_t)-2;
}
