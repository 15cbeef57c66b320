/* C17 6.5: how operators bind. */
#include <stdio.h>

int main(void)
{
    int a = 2, b = 3, c = 4;
    int array[2] = {5, 6}, *p = array;

    printf("%d %d %d\n", a + b * c, (a + b) * c, a - b - c);
    printf("%d %d %d\n", a << b + 1, a | b & c, a ^ b | c);
    printf("%d %d %d\n", a == b != c, !a == b, -a + b);
    printf("%d %d\n", a & b == b, a < b == a < c);
    printf("%d", *p++ + 1);
    printf(" %d\n", *p);
    printf("%d", a = b = c);
    printf(" %d\n", a);
    printf("%d %d\n", 100 / 10 * 10, 100 % 7 * 2);
    printf("%d\n", ~a & 0xf | !b << 3);
    printf("%d\n", 1 ? 2 : 0 ? 3 : 4);
    return 0;
}
