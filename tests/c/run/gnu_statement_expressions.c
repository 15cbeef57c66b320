/* GNU C: blocks as expressions, `?:` without a middle, typeof, __auto_type. */
#include <stdio.h>

#define MAX(a, b) ({ __typeof__(a) a_ = (a); __typeof__(b) b_ = (b); a_ > b_ ? a_ : b_; })

struct pair {
    int first, second;
    long more;
};

static int calls;

static int next(void) {
    return ++calls;
}

static long sum(int a, long b, int c, int d, int e, int f, int g, int h, int i, int j) {
    return a + 2 * b + 3 * c + 4 * d + 5 * e + 6 * f + 7 * g + 8 * h + 9 * i + 10 * j;
}

static int find(const int *list, int count, int wanted) {
    return ({
        int index;
        for (index = 0; index < count; index++)
            if (list[index] == wanted)
                break;
        if (index == count)
            return -1;
        index;
    });
}

int main(void) {
    int x = 3, y = 7;
    printf("%d %d\n", MAX(x, y), MAX(MAX(x, 9), y));
    printf("%d %d\n", MAX(next(), next()), calls);

    struct pair p = ({ struct pair q = {x, y, 5}; q.first *= 2; q; });
    printf("%d %d %ld\n", p.first, p.second, p.more);
    p = ({ p.more++; p; });
    printf("%ld\n", ({ p; }).more);

    printf("%ld\n", sum(1, ({ long t = x; t * 2; }), 3, 4, 5, 6, 7, 8, ({ int u = 9; u; }), 10));
    int total = 0;
    for (int i = 0; i < 5; i++)
        total += i * ({ int k = i; while (k > 2) k--; k; }) + ({ if (i == 3) continue; 1; });
    printf("%d\n", total);

    const int list[] = {4, 8, 15, 16};
    printf("%d %d\n", find(list, 4, 15), find(list, 4, 23));

    int zero = 0;
    printf("%d %d %d\n", zero ?: 5, x ?: 5, next() ?: 8);
    printf("%d\n", calls);
    const char *name = 0;
    printf("%s %s\n", name ?: "nobody", "somebody" ?: "nobody");
    long wide = 1L << 40;
    printf("%ld\n", x - 3 ?: wide);

    __auto_type inferred = wide + 1;
    __typeof__(list[0]) copy = list[1];
    typeof(int *[2]) pointers = {&x, &y};
    printf("%zu %d %d\n", sizeof inferred, copy, *pointers[0] + *pointers[1]);
    ({ printf("nothing\n"); });
    (void)({ x; });
    return ({ 0; });
}
