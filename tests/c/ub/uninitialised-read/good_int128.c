/* Integers of 128 bits (GNU C) that are stored in halves, and bit-fields of them that are stored apart. */
#include <string.h>

union halves {
    __int128 whole;
    unsigned long half[2];
};

struct bits {
    __int128 low : 40;
    unsigned __int128 middle : 60;
    __int128 high : 28;
};

static __int128 through(struct bits bits)
{
    return bits.low + (__int128)bits.middle;
}

int main(void)
{
    union halves halves;
    struct bits bits;
    __int128 copy;

    halves.half[0] = 1;
    halves.half[1] = 0;
    memcpy(&copy, &halves, sizeof copy);
    bits.low = copy;
    bits.middle = (unsigned __int128)bits.low << 3;
    if (bits.low != 1 || through(bits) != 9) {
        return 1;
    }
    bits.high = 2;
    bits.high += (int)(copy * 3);
    return (int)(bits.high - 5);
}
