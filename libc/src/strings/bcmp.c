/* bcmp.c: whether bytes differ. BSD. */
#include <string.h>

int bcmp(const void *left, const void *right, size_t count)
{
    return memcmp(left, right, count);
}
