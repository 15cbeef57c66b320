/* jump.h: the half of setjmp.h that is machine code, and what it calls. */
#ifndef CUTAWAY_JUMP_H
#define CUTAWAY_JUMP_H

#include <setjmp.h>

/* Restores the registers, so that the setjmp that saved them returns the value. */
_Noreturn void __cutaway_jump(struct __jmp_buf_tag *environment, int value);

/* The second half of sigsetjmp: keeps the mask of blocked signals if it is wanted. Returns 0. */
int __cutaway_save_mask(struct __jmp_buf_tag *environment, int saves_mask);

#endif
