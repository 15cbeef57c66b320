/* Status 139, as under qemu: its stack cannot be read any more. */
#include <sys/mman.h>

int main(void) {
    char local;
    unsigned long page = (unsigned long)&local & -4096ul;
    register long number __asm__("a7") = 226; /* mprotect */
    register long address __asm__("a0") = page;
    register long size __asm__("a1") = 4096;
    register long access __asm__("a2") = 0;
    __asm__ volatile("ecall\nld t0, 0(sp)" : "+r"(address) : "r"(number), "r"(size), "r"(access) : "t0", "memory");
    return 0;
}
