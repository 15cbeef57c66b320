/* environment.c: flags and rounding direction together, as fcsr has them. C17 7.6.4. */
#include <fenv.h>

int fegetenv(fenv_t *environment)
{
    *environment = __builtin_riscv_frrm() << 5 | __builtin_riscv_frflags();
    return 0;
}

int feholdexcept(fenv_t *environment)
{
    fegetenv(environment);
    __builtin_riscv_fsflags(0);
    return 0;
}

int fesetenv(const fenv_t *environment)
{
    fenv_t wanted = environment == FE_DFL_ENV ? 0 : *environment;

    __builtin_riscv_fsrm(wanted >> 5 & 7);
    __builtin_riscv_fsflags(wanted & FE_ALL_EXCEPT);
    return 0;
}

int feupdateenv(const fenv_t *environment)
{
    unsigned int raised = __builtin_riscv_frflags();

    fesetenv(environment);
    return feraiseexcept((int)raised);
}
