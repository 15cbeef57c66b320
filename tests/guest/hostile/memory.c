/* Status 0: it takes memory until there is no more, and none of it is lost. Says: its memory, 1 GiB */
#include <stdio.h>
#include <sys/mman.h>

int main(void) {
    for (long i = 0; i < 1 << 20; i++) {
        char *block = mmap(0, 1 << 20, 3, MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);
        if (block == MAP_FAILED) {
            puts(i > 100 ? "no more memory" : "?");
            return 0;
        }
        block[i % 4096] = 1;
    }
    return 1;
}
