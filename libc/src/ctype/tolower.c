/* tolower.c: the small letter of a capital, anything else as it is. C17 7.4.2.1. */
#include <ctype.h>

int tolower(int c)
{
    return isupper(c) ? c - 'A' + 'a' : c;
}
