/* Makes processes that end at once, and waits for none until it may not make more. */
#include <errno.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    pid_t child;
    while ((child = fork()) > 0) {}
    if (child == 0) _exit(1);
    if (errno != EAGAIN) return 1;
    while (wait(0) > 0) {}
    if (fork() == 0) _exit(0);
    write(1, "EAGAIN\n", 7);
    return 0;
}
