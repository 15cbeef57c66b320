/* isspace.c: white space? C17 7.4.1.10. */
#include <ctype.h>

int isspace(int c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}
