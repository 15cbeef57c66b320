/* C17 6.2.4p2: an object of a function that longjmp has ended. */
#include <setjmp.h>

static jmp_buf environment;
static int *kept;

static void leave(void)
{
    int local = 1;

    kept = &local;
    longjmp(environment, 1);
}

int main(void)
{
    if (setjmp(environment) == 0) {
        leave();
    }
    return *kept; /* finds: use-after-return */
}
