/* C17 6.5.16.2p3, 6.5.2: operands with side effects are evaluated once. */
#include <stdio.h>

static int calls;
static int a[4] = {1, 2, 3, 4};

static int *at(int i)
{
    calls++;
    return &a[i];
}

static int index(void)
{
    return calls++ & 3;
}

int main(void)
{
    *at(1) += 5;
    (*at(2))++;
    a[index()] *= 10;
    printf("%d %d %d %d %d\n", a[0], a[1], a[2], a[3], calls);
    a[index()] <<= 1;
    --*at(0);
    printf("%d %d %d %d %d\n", a[0], a[1], a[2], a[3], calls);
    int i = 0;
    a[i++] += 2;
    int b = sizeof(a[i++]) + i;
    printf("%d %d %d\n", a[0], i, b);
    return 0;
}
