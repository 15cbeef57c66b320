/* isxdigit.c: a hexadecimal digit? C17 7.4.1.12. */
#include <ctype.h>

int isxdigit(int c)
{
    return isdigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
