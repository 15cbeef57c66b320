/* Makes processes, which make processes, until it may not. */
#include <errno.h>
#include <unistd.h>

int main(void) {
    pid_t first = getpid();
    while (fork() >= 0) {}
    if (getpid() == first) {
        if (errno == EAGAIN) write(1, "EAGAIN\n", 7);
        return 4;
    }
    for (;;) sleep(1000);
}
