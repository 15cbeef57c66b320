/* Status 137, as under qemu. */
#include <signal.h>
#include <unistd.h>

int main(void) {
    kill(getpid(), SIGKILL);
    for (;;) {
    }
}
