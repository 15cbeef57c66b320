/* C17 6.10.3.4: rescanning; a macro does not replace its own name again. */
#include <stdio.h>

static int f(int x) { return x + 1; }
static int foo = 1, a = 5, b = 6, BB = 3;

#define f(x) f(x * 10)
#define foo (foo + 1)
#define a b
#define b a
#define g(x) h(x)
#define h(x) g2(x) + 1
#define g2(x) (x)
#define LPAREN (
#define NAME() answer
#define answer() 42
#define INDIRECT(x) x()
#define AA BB
#define BB AA + CC
#define CC 1

int main(void)
{

    printf("%d %d\n", f(2), f(f(1)));
    printf("%d %d %d\n", foo, a, b);
    printf("%d\n", g(g(2)));
    printf("%d\n", NAME()());
    printf("%d %d\n", INDIRECT(answer), BB);
    return 0;
}
