/* atoi.c: the int that a string spells in decimal. C17 7.22.1.2. */
#include <stdlib.h>

int atoi(const char *string)
{
    return (int)strtol(string, NULL, 10);
}
