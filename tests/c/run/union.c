/* C17 6.5.2.3p3: unions, and their bytes. */
#include <stdio.h>

union value {
    int i;
    unsigned char b[8];
    long l;
    struct {
        short lo, hi;
    } halves;
};

struct tagged {
    enum { INT, TEXT } kind;
    union {
        int number;
        const char *text;
    };
};

static void show(struct tagged t)
{
    if (t.kind == INT)
        printf("%d\n", t.number);
    else
        printf("%s\n", t.text);
}

int main(void)
{
    union value v = {.l = 0x0102030405060708}, w;

    printf("%x %d %d\n", v.i, v.b[0], v.b[7]);
    printf("%x %x\n", v.halves.lo, v.halves.hi);
    w = v;
    w.b[0] = 0xff;
    printf("%lx %zu\n", w.l, sizeof w);
    show((struct tagged){INT, {42}});
    show((struct tagged){.kind = TEXT, .text = "text"});
    return 0;
}
