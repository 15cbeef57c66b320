/* _Thread_local: initial values, alignment, scopes, addresses (C17 6.2.4p4, 6.7.1). */
#include <stdio.h>
_Thread_local int counter = 41;
static __thread long zeros[4];
extern _Thread_local int later;
_Thread_local char text[] = "hello";
_Thread_local int *self;
static _Thread_local _Alignas(64) char aligned = 'x';
_Thread_local const int fixed = 12;
struct s { int a; double d; } ;
_Thread_local struct s pair = {1, 2.5};

static int *next(void)
{
    static _Thread_local int inner = 5;
    inner++;
    return &inner;
}

int main(void)
{
    counter++;
    zeros[2] = counter;
    self = &counter;
    *self += 1;
    text[0] = 'j';
    printf("%d %ld %s %d %d\n", counter, zeros[2], text, later, *next() + *next());
    printf("%d %c %d\n", (int)((unsigned long)&aligned % 64), aligned, fixed);
    pair.d *= 2;
    printf("%d %g %zu\n", pair.a, pair.d, sizeof text);
    return 0;
}
_Thread_local int later = 7;
