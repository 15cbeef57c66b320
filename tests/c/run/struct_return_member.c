/* C17 6.5.2.3, 6.2.4p8: members of a returned struct. */
#include <stdio.h>

struct pair {
    int a, b;
};
struct text {
    char c[20];
    int n;
};

static struct pair pair(int a, int b)
{
    return (struct pair){a, b};
}

static struct text text(int n)
{
    struct text t = {"returned", 0};

    t.n = n;
    return t;
}

static struct pair swap(struct pair p)
{
    return pair(p.b, p.a);
}

int main(void)
{
    struct pair p;

    printf("%d %d\n", pair(1, 2).a, swap(pair(3, 4)).a);
    printf("%c %d\n", text(5).c[2], text(6).n);
    p = swap(p = pair(5, 6));
    printf("%d %d\n", p.a, p.b);
    return 0;
}
