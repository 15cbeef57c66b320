/* Status 0: it starts processes until there can be no more. Says: threads and processes */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static int children[1 << 16];

int main(void) {
    int count = 0, child;
    while ((child = fork()) > 0 && count < 1 << 16)
        children[count++] = child;
    if (child == 0) {
        pause();
        return 0;
    }
    int why = errno;
    for (int i = 0; i < count; i++)
        kill(children[i], SIGKILL);
    while (wait(0) > 0)
        count--;
    printf("%s, %d left\n", why == EAGAIN ? "EAGAIN" : "?", count);
    return 0;
}
