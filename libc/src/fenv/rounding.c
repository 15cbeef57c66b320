/* rounding.c: the direction of rounding. C17 7.6.3. */
#include <fenv.h>

int fegetround(void)
{
    return (int)__builtin_riscv_frrm();
}

int fesetround(int mode)
{
    if (mode < FE_TONEAREST || mode > FE_UPWARD) {
        return 1;
    }
    __builtin_riscv_fsrm((unsigned int)mode);
    return 0;
}
