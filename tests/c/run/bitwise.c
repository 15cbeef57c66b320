/* C17 6.5.10 to 6.5.12, 6.5.3.3: & | ^ ~. */
#include <stdio.h>

int main(void)
{
    unsigned int a = 0xff00ff00, b = 0x0ff00ff0;
    unsigned long c = 0x123456789abcdef0, d = -1UL;
    unsigned char e = 0xa5;

    printf("%x %x %x %x\n", a & b, a | b, a ^ b, ~a);
    printf("%lx %lx %lx %lx\n", c & 0xffff, c | 0xf, c ^ d, ~c);
    printf("%x %x %d\n", (unsigned char)~e, e ^ 0xff, e & ~0xf);
    printf("%d %d\n", 6 & 3 == 3, (6 & 3) == 2);
    return 0;
}
