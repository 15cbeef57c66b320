/* isprint.c: printing, the space included? C17 7.4.1.8. */
#include <ctype.h>

int isprint(int c)
{
    return c >= ' ' && c < 127;
}
