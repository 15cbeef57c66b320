/* strtod.c: the double that a string spells. C17 7.22.1.3. */
#include <stdlib.h>

#include "../internal/read_real.h"

double strtod(const char *restrict string, char **restrict end)
{
    const char *after;
    struct spelled_real spelled =
        __cutaway_read_real_string(string, &after, &__cutaway_binary64);

    if (end != NULL) {
        *end = (char *)after;
    }
    return __cutaway_make_double(spelled.number, spelled.is_more);
}
