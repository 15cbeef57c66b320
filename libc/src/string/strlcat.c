/* strlcat.c: append what fits, and always a null; returns the length that was wanted. BSD. */
#include <string.h>

size_t strlcat(char *restrict to, const char *restrict from, size_t size)
{
    size_t used = 0;

    while (used < size && to[used] != '\0') {
        used++;
    }
    return used + strlcpy(to + used, from, size - used);
}
