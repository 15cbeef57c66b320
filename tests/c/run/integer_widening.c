/* C17 6.3.1.3, 6.3.1.8: sign and zero extension to wider types. */
#include <stdio.h>

signed char sc = -3;
unsigned char uc = 253;
char pc = 250;
short ss = -300;
unsigned short us = 65000;
int si = -70000;
unsigned int ui = 4000000000U;

int main(void)
{
    long a = sc, b = uc, c = pc, d = ss, e = us, f = si, g = ui;
    unsigned long h = sc, i = ui, j = si;

    printf("%ld %ld %ld %ld %ld %ld %ld\n", a, b, c, d, e, f, g);
    printf("%lu %lu %lu\n", h, i, j);
    printf("%u %u %u\n", (unsigned)sc, (unsigned)uc, (unsigned)ss);
    printf("%ld %ld\n", (long)(int)ui, (long)(unsigned)si);
    return 0;
}
