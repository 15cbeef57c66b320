/* GNU C: labels as values, computed goto, local labels, ranges of cases. */
#include <stdio.h>

enum { PUSH, ADD, MULTIPLY, PRINT, HALT };

static void interpret(const int *code) {
    static void *const table[] = {&&push, &&add, &&multiply, &&print, &&halt};
    int stack[16], *top = stack;
#define NEXT goto *table[*code++]
    NEXT;
push:
    *top++ = *code++;
    NEXT;
add:
    top--;
    top[-1] += top[0];
    NEXT;
multiply:
    top--;
    top[-1] *= top[0];
    NEXT;
print:
    printf("%d\n", top[-1]);
    NEXT;
halt:
    return;
}

#define SEARCH(list, count, wanted)        \
    ({                                     \
        __label__ found;                   \
        int at;                            \
        for (at = 0; at < (count); at++)   \
            if ((list)[at] == (wanted))    \
                goto found;                \
        at = -1;                           \
    found:                                 \
        at;                                \
    })

static const char *class_of(unsigned char c) {
    switch (c) {
    case '0' ... '9':
        return "digit";
    case 'a' ... 'f': case 'A' ... 'F':
        return "hex";
    case 'g' ... 'z':
        return "letter";
    case 0x80 ... 0xff:
        return "high";
    default:
        return "other";
    }
}

static int sign(long value) {
    switch (value) {
    case -1000000000000 ... -1:
        return -1;
    case 0:
        return 0;
    case 1 ... 1000000000000:
        return 1;
    }
    return 9;
}

int main(void) {
    const int code[] = {PUSH, 2, PUSH, 3, ADD, PRINT, PUSH, 7, MULTIPLY, PRINT, HALT};
    interpret(code);

    const int list[] = {1, 4, 9, 16};
    printf("%d %d %d\n", SEARCH(list, 4, 9), SEARCH(list, 4, 10), SEARCH(list, 4, 1));

    printf("%s %s %s %s %s\n", class_of('5'), class_of('B'), class_of('x'), class_of(200), class_of(' '));
    printf("%d %d %d %d\n", sign(-5), sign(0), sign(999999999999), sign(-2000000000000));

    void *where = &&second;
    int round = 0;
first:
    printf("first %d\n", round);
    if (round++ < 2)
        goto *where;
    goto done;
second:
    printf("second %d\n", round);
    goto first;
done:;
    return 0;
}
