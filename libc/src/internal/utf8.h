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

#endif
