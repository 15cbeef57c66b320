/* Status 139, as under qemu: it takes its own code away. */
#include <sys/mman.h>

int main(void) {
    munmap((void *)((unsigned long)main & -4096ul), 4096);
    return 0;
}
