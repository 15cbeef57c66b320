/* explicit_bzero.c: fill with zeros what nobody reads again. GNU. */
#include <string.h>

void explicit_bzero(void *object, size_t count)
{
    memset(object, 0, count);
}
