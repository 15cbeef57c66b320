/* isdigit.c: a decimal digit? C17 7.4.1.5. */
#include <ctype.h>

int isdigit(int c)
{
    return c >= '0' && c <= '9';
}
