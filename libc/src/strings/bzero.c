/* bzero.c: fill with zeros. BSD. */
#include <string.h>

void bzero(void *object, size_t count)
{
    memset(object, 0, count);
}
