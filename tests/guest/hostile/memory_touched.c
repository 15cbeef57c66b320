/* Status 139 or 0: it maps more than there is and touches it all. Says: memory */
#include <sys/mman.h>

int main(void) {
    const long size = 1L << 36;
    char *block = mmap(0, size, 3, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (block == MAP_FAILED)
        return 0;
    for (long i = 0; i < size; i += 4096)
        block[i] = 1;
    return 1;
}
