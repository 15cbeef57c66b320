/* Lesson: an integer is a row of bits, and a mask picks out or changes some of them. */
#include <stdio.h>

enum permission { READ = 1 << 2, WRITE = 1 << 1, EXECUTE = 1 << 0 };

int count_ones(unsigned int bits)
{
    int count = 0;

    while (bits != 0) {
        bits &= bits - 1;
        count++;
    }
    return count;
}

void print_binary(unsigned char bits)
{
    for (int i = 7; i >= 0; i--) {
        putchar(bits >> i & 1 ? '1' : '0');
    }
    putchar('\n');
}

int main(void)
{
    unsigned int mode = READ | WRITE;

    print_binary(mode);
    mode |= EXECUTE;
    print_binary(mode);
    mode &= ~(unsigned int)WRITE;
    print_binary(mode);
    mode ^= READ;
    print_binary(mode);
    printf("%d ones in 0xf0f0\n", count_ones(0xf0f0));
    printf("%d is %sa power of two\n", 64, (64 & (64 - 1)) == 0 ? "" : "not ");
    return 0;
}
