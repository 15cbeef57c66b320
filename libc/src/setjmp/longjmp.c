/* longjmp.c: return once more from a setjmp; never with the value 0. C17 7.13.2.1. */
#include <signal.h>

#include "../internal/jump.h"
#include "../internal/signal.h"

_Noreturn void longjmp(jmp_buf environment, int value)
{
    if (environment->__is_mask_saved) {
        __cutaway_change_mask(SIG_SETMASK, &environment->__mask, NULL);
    }
    __cutaway_jump(environment, value == 0 ? 1 : value);
}
