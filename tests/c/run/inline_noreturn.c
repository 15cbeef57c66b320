/* C17 6.7.4: inline and _Noreturn functions. */
#include <stdio.h>
#include <stdlib.h>

static inline int square(int n)
{
    return n * n;
}

_Noreturn static void finish(int status)
{
    printf("finished with %d\n", status);
    exit(status);
}

static int check(int n)
{
    if (n > 0)
        return square(n);
    finish(n + 5);
}

int main(void)
{
    printf("%d\n", check(9));
    return check(-2);
}
