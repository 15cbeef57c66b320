/* Status 139: a signal comes while the stack pointer points at nothing. */
#include <signal.h>

static void handle(int number) {
    (void)number;
}

int main(void) {
    struct sigaction action = {.sa_handler = handle};
    sigaction(SIGILL, &action, 0);
    __asm__ volatile("li sp, 64\n.word 0");
    return 0;
}
