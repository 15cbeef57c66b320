/* rindex.c: strrchr under its name in BSD. */
#include <string.h>

char *rindex(const char *string, int c)
{
    return strrchr(string, c);
}
