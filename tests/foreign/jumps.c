/* Frames that are left in unusual ways: a longjmp over two of them, a signal's handler, a call in tail position. */
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>

static jmp_buf back;
static volatile int handled;

static void handler(int number)
{
    handled = number;
}

__attribute__((noinline)) int inner(int depth)
{
    if (depth == 0)
        longjmp(back, 7);
    return inner(depth - 1) + 1;
}

__attribute__((noinline)) int last(int n)
{
    return n * 2;
}

__attribute__((noinline)) int tail(int n)
{
    return last(n + 1);
}

int main(void)
{
    signal(SIGUSR1, handler);
    raise(SIGUSR1);
    int code = setjmp(back);
    if (code == 0)
        inner(2);
    int twice = tail(code);
    printf("%d %d\n", handled, twice);
    return 0;
}
