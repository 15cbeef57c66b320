/* strtoull.c: as strtoul, which on lp64 has the same width. C17 7.22.1.4. */
#include <stdlib.h>

unsigned long long strtoull(const char *restrict string, char **restrict end, int base)
{
    return strtoul(string, end, base);
}
