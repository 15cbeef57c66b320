/* RISC-V: branches farther than a conditional branch reaches (4 KiB). */
#include <stdio.h>

#define STEP n = n * 3 + (n >> 4) - 7; if (n > 100000) n %= 9973;
#define TEN STEP STEP STEP STEP STEP STEP STEP STEP STEP STEP
#define HUNDRED TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN

int main(int argc, char **argv)
{
    unsigned n = 12345;

    (void)argv;
    for (int i = 0; i < 3; i++) {
        if (argc > 100) {
            HUNDRED
            continue;
        }
        HUNDRED
        if (argc > 200)
            break;
    }
    printf("%u\n", n);
    return 0;
}
