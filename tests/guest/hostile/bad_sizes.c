/* Status 0: sizes and addresses that overflow, and how many of them were taken. */
#include <errno.h>
#include <stdlib.h>
#include <sys/mman.h>

static int is_taken(void *at, size_t size) {
    return mmap(at, size, 3, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
}

int main(void) {
    int taken = is_taken(0, 0) + is_taken(0, -1) + is_taken(0, 1ul << 60);
    taken += munmap((void *)4096, -4096ul) == 0;
    taken += munmap((void *)1, 4096) == 0 || errno != EINVAL;
    return taken + (malloc(1ul << 62) != 0);
}
