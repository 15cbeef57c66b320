/* C17 7.13.2.1: a longjmp ends the functions between; what the frames were is used anew. */
#include <setjmp.h>

static jmp_buf environment;
static int *kept;

static int deep(int n)
{
    int local = n;

    kept = &local;
    if (n == 0) {
        longjmp(environment, 1);
    }
    return deep(n - 1) + local;
}

static int shallow(void)
{
    int fresh = 5;
    int *own = &fresh;

    return *own;
}

int main(void)
{
    if (setjmp(environment) == 0) {
        return deep(3);
    }
    return shallow() - 5;
}
