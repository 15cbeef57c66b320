/* mkostemp.c: mkstemp with flags of open. GNU. */
#include <stdlib.h>

#include "../internal/temporary.h"

int mkostemp(char *template, int flags)
{
    return __cutaway_make_temporary(template, 0, flags);
}
