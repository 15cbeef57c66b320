/* Status 139, as under qemu: a handler that faults at once, over and over, meets the end of its stack. */
#include <signal.h>

static void handle(int number) {
    *(volatile int *)0 = number;
}

int main(void) {
    struct sigaction action = {.sa_handler = handle, .sa_flags = SA_NODEFER};
    sigaction(SIGSEGV, &action, 0);
    *(volatile int *)0 = 0;
    return 0;
}
