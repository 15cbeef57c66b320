/* _longjmp.c: longjmp under its name in BSD. */
#include <setjmp.h>

_Noreturn void _longjmp(jmp_buf environment, int value)
{
    longjmp(environment, value);
}
