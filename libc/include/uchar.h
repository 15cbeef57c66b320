/* uchar.h: characters of UTF-16 and UTF-32. C17 7.28. */
#ifndef _UCHAR_H
#define _UCHAR_H

#include <bits/mbstate.h>
#include <stddef.h>

typedef unsigned short char16_t;
typedef unsigned int char32_t;

size_t mbrtoc16(char16_t *__restrict to, const char *__restrict from, size_t count,
                mbstate_t *__restrict state);
size_t c16rtomb(char *__restrict to, char16_t c, mbstate_t *__restrict state);
size_t mbrtoc32(char32_t *__restrict to, const char *__restrict from, size_t count,
                mbstate_t *__restrict state);
size_t c32rtomb(char *__restrict to, char32_t c, mbstate_t *__restrict state);

#endif
