/* A longjmp from a call to an outer call of the same function. */
#include <setjmp.h>
#include <stdio.h>

static jmp_buf back;
static int landed;

__attribute__((noinline)) int walk(int depth)
{
    if (depth == 1) {
        if (setjmp(back) == 0)
            walk(depth + 1);
        else
            landed = depth;
        return landed;
    }
    if (depth == 3)
        longjmp(back, 1);
    return walk(depth + 1) + 1;
}

int main(void)
{
    int result = walk(0);
    printf("%d\n", result);
    return 0;
}
