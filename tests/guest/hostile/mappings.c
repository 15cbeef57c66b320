/* Status 0: ever more mappings, each of one page with a hole after it; they come to an end, or there is room. */
#include <sys/mman.h>

int main(void) {
    for (long i = 0; i < 200000; i++) {
        char *at = (char *)0x100000000 + i * 8192;
        if (mmap(at, 4096, i % 2 ? 1 : 3, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) == MAP_FAILED)
            return 0;
    }
    return 0;
}
