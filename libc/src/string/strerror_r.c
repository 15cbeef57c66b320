/* strerror_r.c: the words for an error number; unknown ones in the caller's array. GNU. */
#include <string.h>

#include "../internal/text.h"

char *strerror_r(int number, char *buffer, size_t size)
{
    const char *text = __cutaway_error_text(number);
    char unknown[32];

    if (text != NULL) {
        return (char *)text;
    }
    if (size > 0) {
        __cutaway_numbered_text(unknown, "Unknown error ", number);
        buffer[0] = '\0';
        strncat(buffer, unknown, size - 1);
    }
    return buffer;
}
