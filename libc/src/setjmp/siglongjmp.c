/* siglongjmp.c: longjmp that restores the mask which sigsetjmp saved. POSIX. */
#include <setjmp.h>

_Noreturn void siglongjmp(sigjmp_buf environment, int value)
{
    longjmp(environment, value);
}
