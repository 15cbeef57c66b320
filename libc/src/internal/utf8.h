/*
 * utf8.h: UTF-8, the multibyte form of characters. RFC 3629.
 *
 * Whatever the locale's name is, characters are Unicode's and their bytes are UTF-8's.
 */
#ifndef CUTAWAY_UTF8_H
#define CUTAWAY_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <wchar.h>

/* Whether the number is a character's: no surrogate, and not too big. */
bool __cutaway_is_character(unsigned int c);

/* Writes a character's bytes, at most 4. Returns how many. */
size_t __cutaway_encode(char *to, unsigned int c);

/* mbsrtowcs and wcsrtombs of at most `count` bytes or wide characters. C17 7.29.6.4. */
size_t __cutaway_widen(wchar_t *restrict to, const char **restrict from, size_t count, size_t size,
                       mbstate_t *restrict state);
size_t __cutaway_narrow_string(char *restrict to, const wchar_t **restrict from, size_t count,
                               size_t size, mbstate_t *restrict state);

#endif
