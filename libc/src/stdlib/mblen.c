/* mblen.c: how many bytes the next character has. C17 7.22.7.1. */
#include <stdlib.h>
#include <wchar.h>

int mblen(const char *from, size_t count)
{
    return mbtowc(NULL, from, count);
}
