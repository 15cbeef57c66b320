/* C17 6.5: deep expressions, more live values than registers. */
#include <stdio.h>

static int id(int n)
{
    return n;
}

int main(void)
{
    int a = 1, b = 2, c = 3, d = 4;
    int deep = ((((((((((a + b) * c - d) + a) * b - c) + d) * a - b) + c) * d - a) + b) * c - d);
    int right =
        a + (b + (c + (d + (a * (b + (c * (d + (a + (b * (c + (d * (a + (b + (c + d))))))))))))));
    int wide = (a + b) * (c + d) + (a - b) * (c - d) + ((a + c) * (b + d) - (a * b + c * d)) *
                                                           ((a | b) + (c & d) - (a ^ d));
    int calls = id(1) + (id(2) + (id(3) * (id(4) + (id(5) - (id(6) * (id(7) + id(8)))))));

    printf("%d %d %d %d\n", deep, right, wide, calls);
    printf("%d\n", a + b * c - d / a % b << c & d | a ^ b && c || d);
    return 0;
}
