/* Status 0: without fence.i each call may run the old code or the new, and nothing else. */
#include <stdio.h>
#include <sys/mman.h>

int main(void) {
    unsigned *code = mmap(0, 4096, 7, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    int last = 0;
    code[1] = 0x00008067; /* ret */
    for (unsigned i = 0; i < 1000; i++) {
        code[0] = i << 20 | 0x513; /* li a0, i */
        int got = ((int (*)(void))code)();
        if (got < last || got > (int)i)
            return 1;
        last = got;
    }
    puts("old or new");
    return 0;
}
