/* ffsl.c: ffs of a long. GNU. */
#include <strings.h>

int ffsl(long number)
{
    return ffsll(number);
}
