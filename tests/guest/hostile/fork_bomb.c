/* Status 0: each process starts another until it cannot, and they end. Says: threads and processes */
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    for (int i = 0; i < 2000; i++) {
        int child = fork();
        if (child < 0)
            return 0;
        if (child > 0) {
            while (wait(0) > 0) {
            }
            return 0;
        }
    }
    return 1;
}
