/* Status 3, as under qemu: a handler on its own stack survives the end of the stack. */
#include <signal.h>
#include <unistd.h>

static char other[65536];

static void handle(int number) {
    (void)number;
    write(1, "the end of the stack\n", 21);
    _exit(3);
}

int depth(volatile char *last) {
    volatile char frame[1000];
    frame[0] = *last;
    return depth(frame) + frame[999];
}

int main(void) {
    stack_t stack = {.ss_sp = other, .ss_size = sizeof other};
    struct sigaction action = {.sa_handler = handle, .sa_flags = SA_ONSTACK};
    char first = 0;
    sigaltstack(&stack, 0);
    sigaction(SIGSEGV, &action, 0);
    return depth(&first);
}
