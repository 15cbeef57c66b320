/* bsearch.c: find an element of a sorted array by halving. C17 7.22.5.1. */
#include <stdlib.h>

void *bsearch(const void *key, const void *base, size_t count, size_t size,
              int (*compare)(const void *key, const void *element))
{
    const unsigned char *first = base;

    while (count > 0) {
        const unsigned char *middle = first + count / 2 * size;
        int order = compare(key, middle);

        if (order == 0) {
            return (void *)middle;
        }
        if (order > 0) {
            first = middle + size;
            count -= count / 2 + 1;
        } else {
            count /= 2;
        }
    }
    return NULL;
}
