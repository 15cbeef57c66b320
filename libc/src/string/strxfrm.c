/* strxfrm.c: a copy that strcmp compares as strcoll does: in "C", the same. C17 7.24.4.5. */
#include <string.h>

size_t strxfrm(char *restrict to, const char *restrict from, size_t count)
{
    size_t length = strlen(from);

    if (length < count) {
        strcpy(to, from);
    }
    return length;
}
