/* ffsll.c: ffs of a long long. GNU. */
#include <strings.h>

int ffsll(long long number)
{
    unsigned long long bits = (unsigned long long)number;
    int place = 1;

    if (bits == 0) {
        return 0;
    }
    for (; (bits & 1) == 0; bits >>= 1) {
        place++;
    }
    return place;
}
