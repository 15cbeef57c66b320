/* isascii.c: whether a number is a character of ASCII. POSIX. */
#include <ctype.h>

int isascii(int c)
{
    return c >= 0 && c < 0x80;
}
