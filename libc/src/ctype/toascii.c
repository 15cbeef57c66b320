/* toascii.c: the lower seven bits. POSIX. */
#include <ctype.h>

int toascii(int c)
{
    return c & 0x7f;
}
