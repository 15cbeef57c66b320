/* Memory: mappings that grow, move, are given back, protected, reserved; what the kernel refuses. */
#define _GNU_SOURCE
#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { PAGE = 4096 };
static sigjmp_buf back;
static void jump(int number) { siglongjmp(back, number); }

static int readable(volatile char *at) {
    if (sigsetjmp(back, 1)) return 0;
    (void)*at;
    return 1;
}

static int writable(volatile char *at) {
    if (sigsetjmp(back, 1)) return 0;
    *at = *at;
    return 1;
}

static char *map(size_t size, int protection, int flags) {
    return mmap(NULL, size, protection, MAP_PRIVATE | MAP_ANONYMOUS | flags, -1, 0);
}

int main(void) {
    signal(SIGSEGV, jump);
    char *a = map(4 * PAGE, PROT_READ | PROT_WRITE, 0);
    strcpy(a, "first");
    strcpy(a + 3 * PAGE, "last");
    char *b = mremap(a, 4 * PAGE, 64 * PAGE, MREMAP_MAYMOVE);
    printf("grown: %s %s %d\n", b, b + 3 * PAGE, b[63 * PAGE]);
    char *target = map(64 * PAGE, PROT_NONE, 0);
    char *c = mremap(b, 64 * PAGE, 8 * PAGE, MREMAP_MAYMOVE | MREMAP_FIXED, target);
    printf("moved: %d %s %s, old gone %d\n", c == target, c, c + 3 * PAGE, readable(b) == 0);
    printf("beyond: %d\n", readable(c + 8 * PAGE));
    mprotect(c, PAGE, PROT_READ);
    printf("read-only: %d %d\n", readable(c), writable(c));
    mprotect(c, PAGE, PROT_NONE);
    printf("none: %d %d\n", readable(c), writable(c));
    mprotect(c, PAGE, PROT_READ | PROT_WRITE);
    printf("again: %d %d %s\n", readable(c), writable(c), c);
    madvise(c, PAGE, MADV_DONTNEED);
    printf("given back: %d %s\n", c[0], c + 3 * PAGE);
    unsigned char residency[8];
    printf("mincore %d: ", mincore(c, 8 * PAGE, residency));
    printf("%d %d\n", residency[3] & 1, residency[7] & 1);
    munmap(c + 2 * PAGE, PAGE);
    printf("hole: %d %d %d\n", readable(c + PAGE), readable(c + 2 * PAGE), readable(c + 3 * PAGE));
    printf("protect over a hole: %d %d\n", mprotect(c, 4 * PAGE, PROT_READ), errno == ENOMEM);
    char *huge = map((size_t)64 << 30, PROT_NONE, MAP_NORESERVE);
    printf("reserved %d\n", huge != MAP_FAILED);
    mprotect(huge + ((size_t)32 << 30), PAGE, PROT_READ | PROT_WRITE);
    huge[(size_t)32 << 30] = 7;
    printf("in the middle %d %d\n", huge[(size_t)32 << 30], readable(huge));
    munmap(huge, (size_t)64 << 30);
    char *fixed = mmap(target, PAGE, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
    printf("replacing %d %d\n", fixed == target, fixed[0]);
    printf("size 0 %d %d\n", map(0, PROT_READ, 0) == MAP_FAILED, errno == EINVAL);
    printf("unaligned %d %d\n", munmap(target + 1, PAGE), errno == EINVAL);
    printf("too much %d %d\n", map((size_t)1 << 40, PROT_READ | PROT_WRITE, 0) == MAP_FAILED, errno == ENOMEM);
    char *start = sbrk(0), *more = sbrk(100 * PAGE);
    printf("break %d %d\n", start == more, writable(more + 99 * PAGE));
    sbrk(-100 * PAGE);
    printf("back %d\n", (char *)sbrk(0) == start);
    uint32_t *code = (uint32_t *)map(PAGE, PROT_READ | PROT_WRITE | PROT_EXEC, 0);
    for (int i = 0; i < 3; i++) {
        code[0] = 0x00000513 | (uint32_t)(i + 40) << 20; /* li a0, i + 40 */
        code[1] = 0x00008067; /* ret */
        __builtin___clear_cache((char *)code, (char *)(code + 2));
        printf("made code %d\n", ((int (*)(void))code)());
    }
    return 0;
}
