/* xpg_strerror_r.c: strerror_r as POSIX has it: the words in the caller's array, 0 or an error. */
#include <errno.h>
#include <string.h>

#include "../internal/text.h"

int __xpg_strerror_r(int number, char *buffer, size_t size)
{
    const char *text = __cutaway_error_text(number);
    char unknown[32];

    if (text == NULL) {
        text = __cutaway_numbered_text(unknown, "Unknown error ", number);
        strlcpy(buffer, text, size);
        return EINVAL;
    }
    return strlcpy(buffer, text, size) < size ? 0 : ERANGE;
}
