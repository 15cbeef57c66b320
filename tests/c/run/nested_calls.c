/* C17 6.5.2.2: calls as arguments of calls keep their results apart. */
#include <stdio.h>

static int add(int a, int b)
{
    return a + b;
}

static int three(int a, int b, int c)
{
    return a * 100 + b * 10 + c;
}

int main(void)
{
    printf("%d\n", add(add(1, 2), add(add(3, 4), 5)));
    printf("%d\n", three(add(0, 1), add(1, 1), add(1, 2)));
    printf("%d\n", add(1, 2) * add(3, 4) - add(5, 6) / add(1, 1));
    printf("%d\n", add(1, 2) + three(add(1, 0) * 2, 3, add(2, 2)) * add(0, 1));
    return 0;
}
