/* iscntrl.c: a control character of ASCII? C17 7.4.1.4. */
#include <ctype.h>

int iscntrl(int c)
{
    return (c >= 0 && c < ' ') || c == 127;
}
