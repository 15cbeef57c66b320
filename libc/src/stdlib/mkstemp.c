/* mkstemp.c: make a file of a name that no other has. POSIX. */
#include <stdlib.h>

#include "../internal/temporary.h"

int mkstemp(char *template)
{
    return __cutaway_make_temporary(template, 0, 0);
}
