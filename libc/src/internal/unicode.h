/* unicode.h: properties of characters beyond ASCII. */
#ifndef CUTAWAY_UNICODE_H
#define CUTAWAY_UNICODE_H

#include <stdbool.h>
#include <stddef.h>
#include <wctype.h>

/* Characters that have a property, from the first to the last. */
struct character_range {
    unsigned int first;
    unsigned int last;
};

/* Every step-th character of a range is mapped to the one so far away. */
struct case_range {
    unsigned int first;
    unsigned int last;
    int step;
    int distance;
};

extern const struct character_range __cutaway_letters[];
extern const size_t __cutaway_letters_count;
extern const struct character_range __cutaway_printable[];
extern const size_t __cutaway_printable_count;
extern const struct case_range __cutaway_to_lower[];
extern const size_t __cutaway_to_lower_count;
extern const struct case_range __cutaway_to_upper[];
extern const size_t __cutaway_to_upper_count;

/* Whether a character is in one of the ranges, which are in order. */
bool __cutaway_in_ranges(wint_t c, const struct character_range *ranges, size_t count);

/* What a character is mapped to; itself, when it is in no range. */
wint_t __cutaway_map_case(wint_t c, const struct case_range *ranges, size_t count);

#endif
