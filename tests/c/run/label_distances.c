/* Distances between labels (GNU C) as constants: a table of jumps that needs no addresses. */
#include <stdio.h>

static int interpret(const unsigned char *code)
{
    static const int near[] = {&&stop - &&stop, &&push - &&stop, &&add - &&stop, &&twice - &&stop};
    static const long far[4] = {&&stop - &&stop, &&push - &&stop, [2] = &&add - &&stop, &&twice - &&stop};
    static struct {
        char tag;
        short distance;
    } last = {'x', &&twice - &&stop};
    int stack[8];
    int depth = 0;

    if (last.distance != near[3] || near[1] == near[2]) {
        return -1;
    }
next:
    if (*code & 1) {
        goto *(&&stop + near[*code++]);
    }
    goto *(&&stop + far[*code++]);
push:
    stack[depth++] = *code++;
    goto next;
add:
    depth--;
    stack[depth - 1] += stack[depth];
    goto next;
twice:
    stack[depth - 1] *= 2;
    goto next;
stop:
    return stack[0];
}

int main(void)
{
    static const unsigned char code[] = {1, 20, 1, 1, 2, 3, 0};

    printf("%d\n", interpret(code));
    return 0;
}
