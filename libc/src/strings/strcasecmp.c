/* strcasecmp.c: compare strings, of either case. POSIX. */
#include <stdint.h>
#include <strings.h>

int strcasecmp(const char *left, const char *right)
{
    return strncasecmp(left, right, SIZE_MAX);
}
