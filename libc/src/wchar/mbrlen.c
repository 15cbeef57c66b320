/* mbrlen.c: how many bytes the next character has. C17 7.29.6.3.1. */
#include <wchar.h>

size_t mbrlen(const char *restrict from, size_t count, mbstate_t *restrict state)
{
    static mbstate_t own;

    return mbrtowc(NULL, from, count, state != NULL ? state : &own);
}
