/* memccpy.c: copy bytes up to and with one. POSIX. */
#include <string.h>

void *memccpy(void *restrict to, const void *restrict from, int c, size_t count)
{
    unsigned char *target = to;
    const unsigned char *source = from;

    for (; count > 0; count--) {
        *target = *source++;
        if (*target++ == (unsigned char)c) {
            return target;
        }
    }
    return NULL;
}
