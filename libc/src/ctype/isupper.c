/* isupper.c: a capital letter? C17 7.4.1.11. */
#include <ctype.h>

int isupper(int c)
{
    return c >= 'A' && c <= 'Z';
}
