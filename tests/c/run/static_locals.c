/* C17 6.2.4p3: static locals of different functions and blocks are different objects. */
#include <stdio.h>

static int one(void)
{
    static int n = 10;
    return n++;
}

static int two(int which)
{
    if (which) {
        static int n;
        return ++n;
    } else {
        static int n = 100;
        return ++n;
    }
}

static int depth(int n)
{
    static int deepest;

    if (n > deepest)
        deepest = n;
    return n < 5 ? depth(n + 1) : deepest;
}

int main(void)
{
    int a = one(), b = one(), c = one();

    printf("%d %d %d\n", a, b, c);
    a = two(0), b = two(1), c = two(0);
    printf("%d %d %d %d\n", a, b, c, depth(0));
    static const char *const names[] = {"a", "b"};
    static int five = 5, *p = &five;
    printf("%s %d\n", names[1], *p);
    return 0;
}
