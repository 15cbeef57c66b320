/* C17 6.7.10: static assertions at file scope, in blocks and in structs. */
#include <limits.h>
#include <stdio.h>

_Static_assert(sizeof(void *) == 8, "lp64");
_Static_assert(CHAR_MIN == 0, "plain char is unsigned");

struct checked {
    int a;
    _Static_assert(sizeof(int) == 4, "int has 4 bytes");
    int b;
};

int main(void)
{
    _Static_assert(-1 < 0 && (char)-1 > 0, "conversions in constant expressions");
    _Static_assert((unsigned char)300 == 44 && 7 / 2 == 3 && -7 % 4 == -3, "arithmetic");
    _Static_assert((1 ? 2 : 1 / 0) == 2 && (0 && 1 / 0) == 0, "unevaluated operands");
    printf("%zu\n", sizeof(struct checked));
    return 0;
}
