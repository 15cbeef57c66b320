/* index.c: strchr under its name in BSD. */
#include <string.h>

char *index(const char *string, int c)
{
    return strchr(string, c);
}
