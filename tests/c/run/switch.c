/* C17 6.8.4.2: switch with fall-through, default anywhere, negative and large constants. */
#include <stdio.h>

enum { LOW = -2, HIGH = 100000 };

static int f(int n)
{
    int r = 0;

    switch (n) {
    case 1:
        r += 1;
    case 2:
        r += 2;
        break;
    default:
        r = 100;
    case 3:
        r += 3;
        break;
    case LOW:
    case HIGH:
        return -1;
    }
    return r;
}

int main(void)
{
    for (int n = -3; n < 5; n++) {
        printf("%d ", f(n));
    }
    printf("%d %d\n", f(HIGH), f(HIGH + 1));
    return 0;
}
