/* setjmp.h: jumps out of functions. C17 7.13; sigsetjmp and siglongjmp as in POSIX. */
#ifndef _SETJMP_H
#define _SETJMP_H

/* The code generator's setjmp fills the first two members: they stand in this order. */
typedef struct __jmp_buf_tag {
    unsigned long __registers[26]; /* ra, sp, s0 to s11, fs0 to fs11 */
    unsigned long __is_mask_saved;
    unsigned long __mask; /* of blocked signals */
} jmp_buf[1], sigjmp_buf[1];

int setjmp(jmp_buf environment);
int _setjmp(jmp_buf environment);
int __sigsetjmp(sigjmp_buf environment, int saves_mask);

_Noreturn void longjmp(jmp_buf environment, int value);
_Noreturn void _longjmp(jmp_buf environment, int value);
_Noreturn void siglongjmp(sigjmp_buf environment, int value);

#define setjmp(environment) setjmp(environment)
#define sigsetjmp(environment, saves_mask) __sigsetjmp(environment, saves_mask)

#endif
