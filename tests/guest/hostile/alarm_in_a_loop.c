/* Status 142, as under qemu: a timer ends a loop that ends by nothing else. */
#include <sys/time.h>

int main(void) {
    struct itimerval soon = {.it_value = {.tv_usec = 20000}};
    setitimer(ITIMER_REAL, &soon, 0);
    for (volatile long i = 0;; i++) {
    }
}
