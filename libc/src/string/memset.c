/* memset.c: fill bytes, in words of 8 where the object is aligned. C17 7.24.6.1. */
#include <stdint.h>
#include <string.h>

void *memset(void *object, int c, size_t count)
{
    unsigned char *target = object;
    uint64_t word = (unsigned char)c * 0x0101010101010101UL;

    while (count > 0 && (uintptr_t)target % 8 != 0) {
        *target++ = (unsigned char)c;
        count--;
    }
    while (count >= 8) {
        *(uint64_t *)target = word;
        target += 8;
        count -= 8;
    }
    while (count > 0) {
        *target++ = (unsigned char)c;
        count--;
    }
    return object;
}
