/* C17 6.4.4.1: integer constants: bases, suffixes and the types that they get. */
#include <stdio.h>

#define SIZE(c) printf("%d%c ", (int)sizeof(c), (c) - (c) - 1 < 0 ? 's' : 'u')

int main(void)
{
    SIZE(1);
    SIZE(1u);
    SIZE(1L);
    SIZE(1UL);
    SIZE(1ll);
    SIZE(1LLU);
    SIZE(2147483647);
    SIZE(2147483648);
    SIZE(0x7fffffff);
    SIZE(0x80000000);
    SIZE(0xffffffff);
    SIZE(0x100000000);
    SIZE(0x8000000000000000);
    SIZE(017777777777);
    SIZE(037777777777);
    SIZE(4294967295);
    printf("\n%d %d %d %ld\n", 010, 0x1F, 0XaB, 0777777777777);
    printf("%d %d\n", -2147483647 - 1, 'a' + 0);
    return 0;
}
