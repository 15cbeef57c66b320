/* Status 0, as under qemu: handlers interrupt each other, a hundred deep, and all return. */
#include <signal.h>
#include <stdio.h>

static volatile int depth, deepest;

static void handle(int number) {
    depth++;
    if (depth > deepest)
        deepest = depth;
    if (depth < 100)
        raise(number == SIGUSR1 ? SIGUSR2 : SIGUSR1);
    depth--;
}

int main(void) {
    struct sigaction action = {.sa_handler = handle, .sa_flags = SA_NODEFER};
    sigaction(SIGUSR1, &action, 0);
    sigaction(SIGUSR2, &action, 0);
    raise(SIGUSR1);
    printf("%d %d\n", depth, deepest);
    return 0;
}
