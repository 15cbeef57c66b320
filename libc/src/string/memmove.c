/*
 * memmove.c: copy bytes between objects that may overlap. C17 7.24.2.2.
 *
 * Forwards when the target begins below the source, else backwards, so that no byte is overwritten
 * before it is copied; in words of 8 bytes where both sides are equally aligned, as in memcpy.
 */
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

static void copy_forwards(unsigned char *target, const unsigned char *source, size_t count)
{
    bool by_words = (uintptr_t)target % 8 == (uintptr_t)source % 8;

    while (count > 0) {
        if (by_words && count >= 8 && (uintptr_t)target % 8 == 0) {
            *(uint64_t *)target = *(const uint64_t *)source;
            target += 8;
            source += 8;
            count -= 8;
        } else {
            *target++ = *source++;
            count--;
        }
    }
}

static void copy_backwards(unsigned char *target, const unsigned char *source, size_t count)
{
    bool by_words = (uintptr_t)target % 8 == (uintptr_t)source % 8;

    target += count;
    source += count;
    while (count > 0) {
        if (by_words && count >= 8 && (uintptr_t)target % 8 == 0) {
            target -= 8;
            source -= 8;
            *(uint64_t *)target = *(const uint64_t *)source;
            count -= 8;
        } else {
            *--target = *--source;
            count--;
        }
    }
}

void *memmove(void *to, const void *from, size_t count)
{
    if ((uintptr_t)to < (uintptr_t)from) {
        copy_forwards(to, from, count);
    } else if ((uintptr_t)to > (uintptr_t)from) {
        copy_backwards(to, from, count);
    }
    return to;
}
