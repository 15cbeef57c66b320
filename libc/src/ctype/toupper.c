/* toupper.c: the capital of a small letter, anything else as it is. C17 7.4.2.2. */
#include <ctype.h>

int toupper(int c)
{
    return islower(c) ? c - 'a' + 'A' : c;
}
