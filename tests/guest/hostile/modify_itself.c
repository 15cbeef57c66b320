/* Status 0, as under qemu: a loop overwrites the instruction after the one that stores. */
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

static int patched(unsigned *at) {
    int got;
    __asm__ volatile(
        "la   t0, 1f\n"
        "li   t1, 0x00700513\n" /* li a0, 7 */
        "sw   t1, 0(t0)\n"
        "fence.i\n"
        ".option push\n"
        ".option norvc\n"
        "1: li a0, 1\n"
        ".option pop\n"
        "mv   %0, a0\n"
        : "=r"(got) : "r"(at) : "t0", "t1", "a0", "memory");
    return got;
}

int main(void) {
    unsigned long page = (unsigned long)patched & -4096ul;
    if (mprotect((void *)page, 8192, 7))
        return 2;
    printf("%d\n", patched(0));
    return 0;
}
