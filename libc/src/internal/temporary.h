/* temporary.h: names that no file has yet. */
#ifndef CUTAWAY_TEMPORARY_H
#define CUTAWAY_TEMPORARY_H

#include <stddef.h>

enum { UNIQUE_LENGTH = 6 }; /* of XXXXXX */

/* Fills the six characters with letters and digits by chance. */
void __cutaway_fill_unique(char *characters);

/* The six X at the end of a template, before a suffix; null and errno when they are not there. */
char *__cutaway_find_unique(char *template, int suffix_length);

/* Makes a file of a name that the template gives, open with the flags: its descriptor, or -1. */
int __cutaway_make_temporary(char *template, int suffix_length, int flags);

#endif
