/* Bit-fields of packed structs (GNU C) begin at the next bit, whatever storage unit that is in. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct __attribute__((packed)) mixed {
    char c;
    int a : 30;
    int b : 30;
    unsigned u : 32;
    long long l : 61;
    unsigned long w : 64;
    short s : 15;
    unsigned short t : 16;
    unsigned char byte : 7;
    char after;
};

struct __attribute__((packed)) odd {
    unsigned first : 3;
    unsigned second : 32;
    int third : 31;
};

struct __attribute__((packed)) small {
    int a : 20;
};

struct __attribute__((packed)) medium {
    char c;
    long l : 33;
    long m : 7;
};

static struct mixed given = {'x', -3, 0x1abcdef, 0xdeadbeef, -0xabcdef0123456LL, 0xfedcba9876543210UL, -5, 0xbeef, 99, 'y'};
static struct odd odds[2] = {{5, 0xcafebabe, -77}, {2, 1, 0x3fffffff}};

static void show(const void *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        printf("%02x", ((const unsigned char *)bytes)[i]);
    }
    putchar('\n');
}

static void print(struct mixed m)
{
    printf("%c %d %d %u %lld %lu %d %d %d %c\n", m.c, m.a, m.b, m.u, (long long)m.l, (unsigned long)m.w, m.s, m.t, m.byte,
           m.after);
}

/* Storage units that would reach beyond the object. */
static int ends(void)
{
    struct small *one = malloc(sizeof *one);
    struct medium *other = malloc(sizeof *other);
    struct small array[2] = {{1}, {-2}};

    one->a = -5;
    other->c = 1;
    other->l = -7;
    other->m = 60;
    other->l--;
    printf("%d %ld %d %zu %zu\n", one->a, (long)other->l, (int)other->m, sizeof *one, sizeof *other);
    array[0].a += 9;
    array[1].a -= array[0].a;
    printf("%d %d\n", array[0].a, array[1].a);
    free(one);
    free(other);
    return 0;
}

int main(void)
{
    struct mixed local;
    struct odd *at = odds;

    printf("%zu %zu\n", sizeof given, sizeof(struct odd));
    show(&given, sizeof given);
    print(given);
    memset(&local, 0xff, sizeof local);
    local.a = 1;
    local.b = -(1 << 29);
    local.u = 0x80000001;
    local.l = 1LL << 59;
    local.w = 3;
    local.s = 0x3fff;
    local.t = 1;
    local.byte = 0;
    show(&local, sizeof local);
    print(local);
    local.u++;
    local.b -= 1;
    local.l <<= 1;
    local.w *= 0x123456789abcdefUL;
    local.s--;
    local.t ^= 0xffff;
    printf("%d %u\n", local.a = -9, local.u += 5);
    show(&local, sizeof local);
    print(local);
    at[1].second = at[0].second + (unsigned)at[0].third;
    at[1].third = -1;
    show(odds, sizeof odds);
    printf("%u %u %d\n", at[1].first, at[1].second, at[1].third);
    return ends();
}
