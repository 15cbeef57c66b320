/* narrow.h: wide strings that spell numbers, for the functions that read them as bytes. */
#ifndef CUTAWAY_NARROW_H
#define CUTAWAY_NARROW_H

#include <stddef.h>
#include <wchar.h>

/* The part of a wide string that can belong to a number, without the white space before it. */
struct narrowed {
    size_t skipped; /* wide characters of white space */
    char text[128];
};

/* Digits, letters, signs and the like, as many as there is room for; leading zeros beyond that are
 * no number that anybody writes. */
struct narrowed __cutaway_narrow(const wchar_t *string);

/* Tells the caller, if he asks, where in the wide string the number ended. */
void __cutaway_widen_end(const struct narrowed *narrowed, const wchar_t *string, const char *end,
                         wchar_t **result);

/* The bytes of a wide string, in a block of their own: null and errno when there are none. */
char *__cutaway_narrow_format(const wchar_t *format);

#endif
