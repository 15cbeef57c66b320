/* islower.c: a small letter? C17 7.4.1.7. */
#include <ctype.h>

int islower(int c)
{
    return c >= 'a' && c <= 'z';
}
