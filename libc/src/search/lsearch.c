/* lsearch.c: search an array from its start; lsearch appends what is not there. POSIX. */
#include <search.h>
#include <string.h>

void *lfind(const void *key, const void *base, size_t *count, size_t size,
            int (*compare)(const void *key, const void *element))
{
    const char *element = base;

    for (size_t i = 0; i < *count; i++, element += size) {
        if (compare(key, element) == 0) {
            return (void *)element;
        }
    }
    return NULL;
}

void *lsearch(const void *key, void *base, size_t *count, size_t size,
              int (*compare)(const void *key, const void *element))
{
    void *found = lfind(key, base, count, size, compare);

    if (found != NULL) {
        return found;
    }
    *count += 1;
    return memcpy((char *)base + (*count - 1) * size, key, size);
}
