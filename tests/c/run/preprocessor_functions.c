/* C17 6.10.3: function-like macros: arguments, nesting, names without parentheses. */
#include <stdio.h>

#define MAX(a, b) ((a) > (b) ? (a) : (b))
#define SQUARE(x) ((x) * (x))
#define CALL(f, ...) f(__VA_ARGS__)
#define NOTHING() 5
#define SWAP(type, a, b) \
    do {                 \
        type t_ = a;     \
        a = b;           \
        b = t_;          \
    } while (0)
#define ID(x) x
#define COUNT(a) (sizeof(a) / sizeof *(a))
#define TWO 2
#define ADD(x, y) ((x) + (y))

static int plus(int a, int b)
{
    return a + b;
}
#define plus(a, b) (plus)(b, a)

int main(void)
{
    int a = 1, b = 2, array[7] = {0};

    SWAP(int, a, b);
    printf("%d %d\n", a, b);
    printf("%d %d\n", MAX(3, MAX(4, 2)), SQUARE(1 + 2));
    printf("%d %d\n", NOTHING(), CALL(plus, 3, 4));
    printf("%d %d\n", ID(ID(ID(7))), ID((1, 8)));
    printf("%zu %d\n", COUNT(array), ADD(TWO, ADD(TWO, SQUARE(TWO))));
    int ID = 9;
    printf("%d %d\n", ID, ID(ID));
    printf("%d\n", MAX
           (5,
            6));
    printf("%s\n", CALL(ID, "a,b"));
    if (a)
        SWAP(int, a, b);
    else
        a = 0;
    printf("%d\n", a);
    return 0;
}
