/* answer.c: from Linux's answer, a result or minus an error number, to C's. POSIX errno. */
#include <errno.h>

#include "../internal/system.h"

long __cutaway_answer(long result)
{
    if (result < 0 && result >= -4095) {
        errno = (int)-result;
        return -1;
    }
    return result;
}
