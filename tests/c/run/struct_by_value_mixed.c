/* RISC-V psABI "Integer Calling Convention": struct arguments split and on the stack. */
#include <stdio.h>

struct two {
    long a;
    int b;
};
struct big {
    long a[3];
};
struct small {
    short x, y;
};

static long f(int a, struct two t, int b, struct big g, char c, struct two u, struct two v,
              struct small s, int z)
{
    printf("%d %ld %d %d %ld %c %ld %d %ld %d %d %d %d\n", a, t.a, t.b, b, g.a[2], c, u.a, u.b,
           v.a, v.b, s.x, s.y, z);
    g.a[0] = 0;
    return t.a + u.b + v.a + s.y;
}

static long split(int a, int b, int c, int d, int e, int f, int g, struct two t, int z)
{
    return a + b + c + d + e + f + g + t.a * 10 + t.b * 100 + z * 1000;
}

static struct big chain(struct big g)
{
    g.a[0]++;
    return g;
}

int main(void)
{
    struct two t = {1, 2};
    struct big g = {{3, 4, 5}};

    printf("%ld\n", f(1, t, 2, g, 'c', (struct two){6, 7}, t, (struct small){8, -9}, 10));
    printf("%ld\n", split(1, 1, 1, 1, 1, 1, 1, t, 4));
    printf("%ld %ld\n", chain(chain(chain(g))).a[0], g.a[0]);
    struct two (*none)(void) = 0;
    printf("%d\n", none == 0);
    return 0;
}
