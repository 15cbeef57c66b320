/* C17 6.7.2.1p18, 6.7.2.3: incomplete types, self reference, flexible arrays, anonymous members. */
#include <stdio.h>
#include <stdlib.h>

struct later;
static int peek(struct later *p);
struct later {
    int n;
    struct {
        int inner;
        union {
            int u;
            unsigned char bytes[4];
        };
    };
};

static int peek(struct later *p)
{
    return p->n + p->inner + p->u;
}

struct vector {
    size_t count;
    long items[];
};

int main(void)
{
    struct later l = {1, {2, {3}}};
    struct vector *v = malloc(sizeof *v + 5 * sizeof v->items[0]);
    long sum = 0;

    v->count = 5;
    for (size_t i = 0; i < v->count; i++)
        v->items[i] = (long)(i * i);
    while (v->count-- > 0)
        sum += v->items[v->count];
    printf("%d %d %ld %zu\n", peek(&l), l.bytes[0], sum, sizeof *v);
    free(v);
    return 0;
}
