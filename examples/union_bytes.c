/* Lesson: the members of a union share their bytes; the lowest byte of a number comes first. */
#include <stdio.h>

union word {
    unsigned int number;
    unsigned char bytes[4];
};

int main(void)
{
    union word word;

    word.number = 0x11223344;
    for (int i = 0; i < 4; i++) {
        printf("byte %d: %x\n", i, word.bytes[i]);
    }
    word.bytes[0] = 0xff;
    printf("number: %x\n", word.number);
    return 0;
}
