/* widen.c: wide characters of a multibyte string, of at most so many bytes. C17 7.29.6.4.1. */
#include "../internal/utf8.h"

size_t __cutaway_widen(wchar_t *restrict to, const char **restrict from, size_t count, size_t size,
                       mbstate_t *restrict state)
{
    static mbstate_t own;
    const char *place = *from;
    size_t made = 0;
    mbstate_t unused;

    state = state != NULL ? state : &own;
    if (to == NULL) { /* nothing is changed */
        unused = *state;
        state = &unused;
    }
    while (count > 0 && (to == NULL || made < size)) {
        wchar_t c;
        size_t taken = mbrtowc(&c, place, count, state);

        if (taken == (size_t)-1) {
            if (to != NULL) {
                *from = place;
            }
            return taken;
        }
        if (taken == (size_t)-2) {
            place += count;
            break;
        }
        if (to != NULL) {
            to[made] = c;
        }
        if (taken == 0) {
            place = NULL;
            break;
        }
        place += taken;
        count -= taken;
        made++;
    }
    if (to != NULL) {
        *from = place;
    }
    return made;
}
