/* C17 6.5.4: casts among integers and pointers. */
#include <stdint.h>
#include <stdio.h>

int main(void)
{
    int x = 0x12345678;
    long big = -0x123456789;
    uintptr_t address = (uintptr_t)&x;
    int *back = (int *)address;
    void *v = &x;

    printf("%d %d %d\n", (char)x, (signed char)0x1ff, (short)big);
    printf("%u %lu\n", (unsigned)big, (unsigned long)(int)big);
    printf("%d %d\n", *back == x, (int *)v == &x);
    printf("%x\n", *(unsigned char *)&x);
    printf("%ld %ld\n", (long)(unsigned)-1, (long)(int)-1);
    printf("%d %d\n", (_Bool)big, (_Bool)0L);
    (void)x;
    printf("%d\n", (int)sizeof((char)x));
    printf("%d\n", (int)(long)(char *)5);
    return 0;
}
