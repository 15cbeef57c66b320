/* exceptions.c: the floating-point exception flags. C17 7.6.2. */
#include <fenv.h>

static int set(unsigned int flags)
{
    __builtin_riscv_fsflags(flags);
    return 0;
}

int feclearexcept(int exceptions)
{
    return set(__builtin_riscv_frflags() & ~(unsigned int)exceptions);
}

int feraiseexcept(int exceptions)
{
    return set(__builtin_riscv_frflags() | ((unsigned int)exceptions & FE_ALL_EXCEPT));
}

int fetestexcept(int exceptions)
{
    return (int)(__builtin_riscv_frflags() & (unsigned int)exceptions);
}

int fegetexceptflag(fexcept_t *flags, int exceptions)
{
    *flags = __builtin_riscv_frflags() & (unsigned int)exceptions;
    return 0;
}

int fesetexceptflag(const fexcept_t *flags, int exceptions)
{
    unsigned int kept = __builtin_riscv_frflags() & ~(unsigned int)exceptions;

    return set(kept | (*flags & (unsigned int)exceptions & FE_ALL_EXCEPT));
}
