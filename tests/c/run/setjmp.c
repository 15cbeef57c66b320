/* C17 7.13: setjmp and longjmp, out of one function and out of many. */
#include <setjmp.h>
#include <stdio.h>

static jmp_buf environment;
static jmp_buf inner;

static int descend(int depth)
{
    int local[4] = {depth, depth, depth, depth};

    if (depth == 0) {
        longjmp(environment, 42);
    }
    return descend(depth - 1) + local[depth & 3];
}

static void values(void)
{
    volatile int round = 0;

    switch (setjmp(environment)) {
    case 0:
        printf("direct\n");
        break;
    case 1:
        printf("one, in round %d\n", round);
        break;
    case 42:
        printf("forty-two, in round %d\n", round);
        break;
    default:
        printf("something else, in round %d\n", round);
        break;
    }
    round++;
    if (round == 1) {
        longjmp(environment, 0);
    } else if (round == 2) {
        longjmp(environment, -7);
    } else if (round == 3) {
        descend(20);
    }
    printf("after %d rounds\n", round);
}

static int attempt(int number)
{
    int saved = number * 10;

    if (setjmp(inner) != 0) {
        return saved + 1;
    }
    if (number % 2 == 1) {
        longjmp(inner, 1);
    }
    return saved;
}

int main(void)
{
    values();
    for (int i = 0; i < 6; i++) {
        printf("%d ", attempt(i));
    }
    printf("\n");
    if (!setjmp(inner)) {
        printf("first\n");
        longjmp(inner, 5);
    }
    printf("last\n");
    return 0;
}
