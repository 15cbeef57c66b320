/* C17 6.3.1.8: the usual arithmetic conversions. */
#include <stdio.h>

int main(void)
{
    int minus = -1;
    unsigned int one = 1;
    long lminus = -1;
    unsigned long ulone = 1;
    short sminus = -1;
    unsigned short usone = 1;

    printf("%d %d %d %d\n", minus < one, lminus < one, minus < ulone, sminus < usone);
    printf("%u %ld %lu\n", minus + one, lminus + one, minus * ulone);
    printf("%d %d\n", minus > one, (unsigned char)minus > one);
    printf("%zu %zu %zu\n", sizeof(minus + one), sizeof(minus + lminus), sizeof(one + ulone));
    printf("%ld %lu\n", lminus / 2u, minus / 2ul);
    printf("%d\n", minus == 4294967295U);
    printf("%ld %u\n", (1 ? lminus : one), (1 ? minus : one));
    return 0;
}
