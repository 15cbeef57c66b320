/* __int128 (GNU C): arithmetic, shifts, comparison and conversions, each of many values. */
#include <stdio.h>

typedef __int128 wide;
typedef unsigned __int128 uwide;

static void show(const char *what, uwide value)
{
    printf("%s %016lx%016lx\n", what, (unsigned long)(value >> 64), (unsigned long)value);
}

static void show_decimal(wide value)
{
    char text[48];
    char *at = text + sizeof text;
    uwide rest = value < 0 ? -(uwide)value : (uwide)value;

    *--at = 0;
    do {
        *--at = (char)('0' + (int)(rest % 10));
        rest /= 10;
    } while (rest != 0);
    if (value < 0) {
        *--at = '-';
    }
    puts(at);
}

#define BIG(high, low) ((wide)((uwide)(high) << 64 | (low)))

static wide values[] = {
    0,
    1,
    -1,
    5,
    -7,
    1000000007,
    BIG(0, 0xffffffffffffffffUL),
    BIG(1, 0),
    BIG(-1L, 0),
    BIG(0x7fffffffffffffffUL, 0xffffffffffffffffUL),
    BIG(0x8000000000000000UL, 1),
    BIG(0x0123456789abcdefUL, 0xfedcba9876543210UL),
    BIG(0xfeeddccbbaa99887UL, 0x7665544332211000UL),
    BIG(0, 0x8000000000000000UL),
    BIG(0x00000000ffffffffUL, 0xffffffff00000001UL),
};

enum { COUNT = sizeof values / sizeof values[0] };

static void operate(wide a, wide b)
{
    uwide ua = (uwide)a, ub = (uwide)b;

    show("+", ua + ub);
    show("-", ua - ub);
    show("*", ua * ub);
    show("&", ua & ub);
    show("|", ua | ub);
    show("^", ua ^ ub);
    if (b != 0) {
        show("u/", ua / ub);
        show("u%", ua % ub);
        show("s/", (uwide)(a / b));
        show("s%", (uwide)(a % b));
    }
    printf("%d%d%d%d%d%d %d%d%d%d\n", a < b, a <= b, a > b, a >= b, a == b, a != b, ua < ub, ua <= ub, ua > ub,
           ua >= ub);
    printf("%d%d%d ", a && b, a || b, !a);
    if (a < b) {
        printf("less ");
    }
    if (ua >= ub) {
        printf("not below ");
    }
    if (a == b || !(a > b)) {
        printf("not above");
    }
    putchar('\n');
}

static void alone(wide a)
{
    uwide ua = (uwide)a;

    show_decimal(a);
    show("neg", -ua);
    show("not", ~ua);
    for (int count = 0; count < 128; count += 9) {
        show("<<", ua << count);
        show("u>>", ua >> count);
        show("s>>", (uwide)(a >> (wide)count));
    }
    show("<<3", ua << 3);
    show("<<64", ua << 64);
    show("<<100", ua << 100);
    show(">>3", ua >> 3);
    show(">>64", ua >> 64);
    show("s>>100", (uwide)(a >> 100));
    show("s>>1", (uwide)(a >> 1));
    printf("%d %d %u %ld %lu %hhd %hu\n", (_Bool)a, (int)a, (unsigned)a, (long)a, (unsigned long)a, (signed char)a,
           (unsigned short)a);
    printf("%a %a %La\n", (float)a, (double)a, (long double)a);
    printf("%a %a %La\n", (float)ua, (double)ua, (long double)ua);
}

static wide global = BIG(3, 4);

static void assign(wide value)
{
    wide x = value;
    uwide u = (uwide)value;
    int small = 77;
    unsigned char tiny = 200;
    long seven = 7;
    double real = 1.5;
    long double longer = 2.25L;

    show("x++", (uwide)x++);
    show("++x", (uwide)++x);
    show("x--", (uwide)x--);
    show("--x", (uwide)--x);
    u += 12345;
    u -= 99;
    u *= 1000003;
    show("u", u);
    u /= 77;
    u %= 1000000000000000000UL;
    show("u", u);
    u <<= 70;
    u >>= 5;
    u |= 1;
    u ^= (uwide)value;
    u &= ~(uwide)16;
    show("u", u);
    u <<= seven;
    u >>= (wide)seven;
    show("u", u);
    small += x;
    small -= (wide)3;
    tiny *= (x | 1);
    seven ^= x;
    printf("%d %d %ld\n", small, tiny, seven);
    if (x > -1000000000 && x < 1000000000) {
        x *= 2.5;
        show("x*2.5", (uwide)x);
        x += 1.5f;
        x -= 0.25L;
        show("x", (uwide)x);
        real += x;
        longer *= x;
        printf("%g %Lg\n", real, longer);
    }
    global += value >> 100;
    show("global", (uwide)global);
    show("or", (uwide)(x ?: 42));
    show("choice", (uwide)(x & 1 ? value : (wide)5));
    show("comma", (uwide)(seven++, value));
}

static void from_others(void)
{
    static const double doubles[] = {0.0, -0.75, 1.99, -3.5, 1e18, -1e19, 1.5e30, -1e38, 0x1p126};
    signed char c = -3;
    unsigned char uc = 250;
    unsigned u = 4000000000u;
    long l = -123456789012345;
    unsigned long ul = 18446744073709551615UL;
    _Bool b = 1;

    for (unsigned i = 0; i < sizeof doubles / sizeof doubles[0]; i++) {
        show("d", (uwide)(wide)doubles[i]);
        show("f", (uwide)(wide)(float)doubles[i]);
        show("L", (uwide)(wide)((long double)doubles[i] * 1.0000000000000001L));
        if (doubles[i] >= 0) {
            show("ud", (uwide)doubles[i]);
            show("uf", (uwide)(float)doubles[i]);
            show("uL", (uwide)((long double)doubles[i] * 1.25L));
        }
    }
    show("c", (uwide)(wide)c);
    show("uc", (uwide)(wide)uc);
    show("u", (uwide)(wide)u);
    show("l", (uwide)(wide)l);
    show("ul", (uwide)(wide)ul);
    show("b", (uwide)(wide)b);
    show("mixed", (uwide)(u + (wide)c));
    show("mixed", ul * (uwide)ul);
    show("pointer", (uwide)(void *)-16L);
    printf("%ld\n", (long)(char *)(wide)4096);
}

int main(void)
{
    for (int i = 0; i < COUNT; i++) {
        alone(values[i]);
        assign(values[i]);
        for (int j = 0; j < COUNT; j++) {
            operate(values[i], values[j]);
        }
    }
    from_others();
    return 0;
}
