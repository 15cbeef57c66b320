/* Status 0, as under qemu: code is rewritten a thousand times, with fence.i. */
#include <stdio.h>
#include <sys/mman.h>

int main(void) {
    unsigned *code = mmap(0, 4096, 7, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    long sum = 0;
    code[1] = 0x00008067; /* ret */
    for (unsigned i = 0; i < 1000; i++) {
        code[0] = i << 20 | 0x513; /* li a0, i */
        __asm__ volatile("fence.i" ::: "memory");
        sum += ((int (*)(void))code)();
    }
    printf("%ld\n", sum);
    return 0;
}
