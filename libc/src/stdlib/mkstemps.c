/* mkstemps.c: mkstemp for names that end in a suffix. BSD. */
#include <stdlib.h>

#include "../internal/temporary.h"

int mkstemps(char *template, int suffix_length)
{
    return __cutaway_make_temporary(template, suffix_length, 0);
}
