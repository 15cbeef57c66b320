/* Bit-fields wider than int: as in GCC, arithmetic with them has their width (C17 6.3.1.1p2 leaves it open). */
#include <stdio.h>

struct wide {
    unsigned long long u33 : 33;
    long long s33 : 33;
    unsigned long u40 : 40;
    long s40 : 40;
    unsigned long long u32 : 32;
    unsigned long long u63 : 63;
    long long s20 : 20;
    unsigned long long u64 : 64;
};

static struct wide all = {0x1ffffffffULL, -1, 0xffffffffffUL, -5, 0xffffffffU, 0x7fffffffffffffffULL, -7, ~0ULL};

static void show(const char *what, long long value)
{
    printf("%s %llx\n", what, (unsigned long long)value);
}

static void arithmetic(struct wide x, int i, unsigned u, long l)
{
    show("u33 << 4", x.u33 << 4);
    show("u33 + 1", x.u33 + 1);
    show("u33 * u33", x.u33 * x.u33);
    show("u33 + u", x.u33 + u);
    show("u33 + l", x.u33 + l);
    show("u33 - i", x.u33 - i);
    show("i / u33", i / x.u33);
    show("-u33", -x.u33);
    show("~u40", ~x.u40);
    show("~s40", ~x.s40);
    show("s33 + u40", x.s33 + x.u40);
    show("s40 * u33", x.s40 * x.u33);
    show("u40 - u33 * 2", x.u40 - x.u33 * 2);
    show("u32 + 1", x.u32 + 1);
    show("u32 << 1", x.u32 << 1);
    show("u63 + 1", x.u63 + 1);
    show("s20 << 20", x.s20 << 3);
    show("u64 + 1", x.u64 + 1);
    show("s40 < u33", x.s40 < x.u33);
    show("s33 < u33", x.s33 < x.u33);
    show("u33 == -1", x.u33 == -1);
    show("u32 == -1", x.u32 == -1);
    show("u40 > i", x.u40 > i);
    show("choice", i ? x.u33 : -1);
    show("s33 & u", x.s33 & u);
    show("(u33 + 1) >> 1", (x.u33 + 1) >> 1);
    printf("%f %f\n", (double)(x.u33 + 1), x.u40 + 1.0);
    printf("%zu %zu %zu\n", sizeof(x.u33 + 1), sizeof(x.u32 + 1), sizeof(x.s20 + 1));
}

static void assignment(struct wide x)
{
    long l = -3;
    int i = 100;

    x.u33 += 2;
    show("u33", x.u33);
    x.u33 -= 5;
    show("u33", x.u33);
    x.s40 *= -1000000;
    show("s40", x.s40);
    x.u40 <<= 3;
    show("u40", x.u40);
    x.s33 = x.u33 + 4;
    show("s33", x.s33);
    show("stored", x.s33 = 0x180000000LL);
    show("stepped", x.u33++);
    show("stepped", --x.u32);
    l += x.u33;
    i += x.u40;
    show("l", l);
    show("i", i);
    switch (x.u33 + 0) {
    case 0x1fffffffeULL:
        puts("largest but one");
        break;
    default:
        puts("another");
    }
}

int main(void)
{
    arithmetic(all, -1, 7, 5);
    arithmetic(all, 3, 0xffffffffU, -1);
    assignment(all);
    return 0;
}
