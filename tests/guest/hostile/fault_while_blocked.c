/* Status 139, as under qemu: a fault does not wait until its signal is let through. */
#include <signal.h>

static void handle(int number) {
    (void)number;
}

int main(void) {
    sigset_t all;
    struct sigaction action = {.sa_handler = handle};
    sigaction(SIGSEGV, &action, 0);
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, 0);
    *(volatile int *)0 = 0;
    return 0;
}
