/* mempcpy.c: copy bytes; returns the end of the copy. GNU. */
#include <string.h>

void *mempcpy(void *restrict to, const void *restrict from, size_t count)
{
    return (char *)memcpy(to, from, count) + count;
}
