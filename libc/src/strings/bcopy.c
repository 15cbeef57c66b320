/* bcopy.c: copy bytes between objects that may overlap. BSD. */
#include <string.h>

void bcopy(const void *from, void *to, size_t count)
{
    memmove(to, from, count);
}
