/* save_mask.c: the end of sigsetjmp. POSIX. */
#include <signal.h>

#include "../internal/jump.h"
#include "../internal/signal.h"

int __cutaway_save_mask(struct __jmp_buf_tag *environment, int saves_mask)
{
    environment->__is_mask_saved = saves_mask != 0;
    if (saves_mask != 0) {
        __cutaway_change_mask(SIG_BLOCK, NULL, &environment->__mask);
    }
    return 0;
}
