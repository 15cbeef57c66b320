/* C17 6.7.3: qualifiers in declarations of every shape. */
#include <stdio.h>

static volatile int counter;
const int limit = 3;

static int read(const volatile int *p)
{
    return *p;
}

int main(void)
{
    int a = 1, b = 2;
    int *const fixed = &a;
    const int *moving = &a;
    const int *const both = &b;
    int alone = 3;
    int *restrict r = &alone;
    register int quick = 5;
    auto int plain = 6;

    while (counter < limit)
        counter++;
    *fixed = 10;
    moving = &b;
    *r += 1;
    printf("%d %d %d %d %d\n", *r, a, *moving, *both, read(&counter));
    printf("%d %d\n", quick, plain);
    return 0;
}
