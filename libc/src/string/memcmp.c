/* memcmp.c: compare bytes, as unsigned characters. C17 7.24.4.1. */
#include <string.h>

int memcmp(const void *left, const void *right, size_t count)
{
    const unsigned char *a = left;
    const unsigned char *b = right;

    for (; count > 0; count--, a++, b++) {
        if (*a != *b) {
            return *a - *b;
        }
    }
    return 0;
}
