/* strerror.c: the words for an error number. C17 7.24.6.2. */
#include <errno.h>
#include <string.h>

#include "../internal/text.h"

char *strerror(int number)
{
    static char unknown[32];
    const char *text = __cutaway_error_text(number);

    return text != NULL ? (char *)text : __cutaway_numbered_text(unknown, "Unknown error ", number);
}
