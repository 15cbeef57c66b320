/* C17 6.8.5, 6.8.6: while, do and for with break and continue. */
#include <stdio.h>

int main(void)
{
    int i = 0;

    while (i < 3) {
        printf("%d ", i++);
    }
    do {
        printf("%d ", i);
    } while (--i > 0);
    do
        printf("once\n");
    while (0);
    for (int k = 0;; k++) {
        if (k % 2)
            continue;
        if (k > 8)
            break;
        printf("%d ", k);
    }
    for (;;)
        break;
    for (int a = 0; a < 3; a++) {
        for (int b = 0; b < 10; b++) {
            if (b == a)
                continue;
            if (b > 3)
                break;
            printf("(%d,%d)", a, b);
        }
    }
    i = 0;
    do {
        if (i == 2)
            continue;
        printf("<%d>", i);
    } while (++i < 4);
    puts("");
    for (unsigned u = 3; u-- > 0;)
        printf("%u", u);
    puts("");
    return 0;
}
