/*
 * memcpy.c: copy bytes between objects that do not overlap. C17 7.24.2.1.
 *
 * When both sides are equally aligned, the middle goes in words of 8 bytes: that is faster, and a
 * pointer inside the object travels whole.
 */
#include <stdint.h>
#include <string.h>

void *memcpy(void *restrict to, const void *restrict from, size_t count)
{
    unsigned char *target = to;
    const unsigned char *source = from;

    if ((uintptr_t)target % 8 == (uintptr_t)source % 8) {
        while (count > 0 && (uintptr_t)target % 8 != 0) {
            *target++ = *source++;
            count--;
        }
        while (count >= 8) {
            *(uint64_t *)target = *(const uint64_t *)source;
            target += 8;
            source += 8;
            count -= 8;
        }
    }
    while (count > 0) {
        *target++ = *source++;
        count--;
    }
    return to;
}
