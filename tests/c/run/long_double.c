/* C17 6.2.5p10, 6.3.1.4, 6.3.1.5, 6.5: `long double` in every operation, on operands made by chance
 * and on special ones; checksums of the results. */
#include <stdio.h>
#include <string.h>

#define COUNT 2000

union parts {
    long double value;
    struct {
        unsigned long low, high;
    } bits;
};

static unsigned long state = 88172645463325252ul;
static unsigned long sum = 14695981039346656037ul;

static unsigned long next(void)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state;
}

/* Numbers of every kind; many of similar magnitude, so that they cancel. */
static long double operand(void)
{
    union parts it;
    unsigned long choice = next(), exponent = 0x3fff - 64 + choice / 256 % 130;

    it.bits.low = next();
    it.bits.high = next() & 0x8000fffffffffffful;
    switch (choice % 10) {
    case 0:
        exponent = 0; /* subnormal */
        break;
    case 1:
        exponent = 0x7ffe;
        break;
    case 2: /* zero or infinity */
        exponent = choice / 256 % 2 * 0x7fff;
        it.bits.high &= 1ul << 63;
        it.bits.low = 0;
        break;
    case 3:
        exponent = 0x7fff; /* a NaN */
        it.bits.low |= 1;
        break;
    case 4: /* few digits */
        it.bits.low &= ~0ul << choice / 65536 % 64;
        break;
    case 5:
        it.bits.high &= 1ul << 63;
        it.bits.low = 0;
        break;
    case 6:
        exponent = 0x3fff - 160 + choice / 256 % 200;
        break;
    }
    it.bits.high |= exponent << 48;
    return it.value;
}

static void add_bytes(const void *bytes, int size)
{
    const unsigned char *byte = bytes;

    while (size-- > 0) {
        sum = (sum ^ *byte++) * 1099511628211ul;
    }
}

static void add(long double value)
{
    add_bytes(&value, sizeof value);
}

static void operate(long double a, long double b)
{
    long double c = a;
    float narrow = a;
    double middle = b;
    int order = (a < b) | (a <= b) << 1 | (a > b) << 2 | (a >= b) << 3 | (a == b) << 4
        | (a != b) << 5 | !a << 6 | (a && b) << 7 | (a ? 1 : 0) << 8 | (_Bool)b << 9;

    add(a + b);
    add(a - b);
    add(a * b);
    add(a / b);
    add(-a);
    c += b;
    add(c++);
    add(--c);
    add_bytes(&narrow, sizeof narrow);
    add_bytes(&middle, sizeof middle);
    add_bytes(&order, sizeof order);
}

static void from_others(void)
{
    unsigned word = next();
    unsigned long wide = next();
    float narrow;
    double middle;

    memcpy(&narrow, &word, sizeof narrow);
    memcpy(&middle, &wide, sizeof middle);
    add(narrow);
    add(middle);
    add((int)word);
    add(word);
    add((long)wide);
    add(wide);
    add((short)word);
    add((unsigned char)wide);
    add((_Bool)(word & 1));
}

static void to_integers(long double a)
{
    long results[4] = {0, 0, 0, 0};

    if (a > -2e9L && a < 2e9L) {
        results[0] = (int)a;
    }
    if (a > -9e18L && a < 9e18L) {
        results[1] = (long)a;
    }
    if (a > -1 && a < 4e9L) {
        results[2] = (unsigned)a;
    }
    if (a > -1 && a < 1.8e19L) {
        results[3] = (long)(unsigned long)a;
    }
    if (a > -100 && a < 100) {
        results[0] += (signed char)a;
        results[1] += (short)a;
    }
    add_bytes(results, sizeof results);
}

static void show(const char *what, long double value)
{
    union parts it = {value};

    printf("%s %016lx%016lx\n", what, it.bits.high, it.bits.low);
}

static long double table[] = {0.1L, -1.5L, 1e4000L, 0x1.23456789abcdefp-16000L, 1.0L / 3, 1, 2.5f};

struct holder {
    char before;
    long double value;
};

static struct holder twice(struct holder it)
{
    it.value *= 2;
    return it;
}

static long double choose(int which)
{
    return which == 0 ? 1 : which == 1 ? 1.5f : which == 2 ? 0.1 : 0.1L;
}

int main(void)
{
    struct holder it = {'x', 1.25L};
    long double x = 3, *pointer = &x;
    int n = 7;
    double d = 0.5;

    for (int i = 0; i < COUNT; i++) {
        long double a = operand(), b = operand();

        operate(a, b);
        from_others();
        to_integers(a);
    }
    printf("%lx\n", sum);
    for (unsigned i = 0; i < sizeof table / sizeof *table; i++) {
        show("table", table[i]);
    }
    for (int i = 0; i < 4; i++) {
        show("chosen", choose(i));
    }
    n *= 1.5L;
    d += 0.25L;
    *pointer -= d;
    show("x", x);
    show("x++", x++ + (x, n));
    show("twice", twice(it).value);
    show("comma", (n++, x));
    printf("%d %d %d %d\n", n, (int)(d * 100), it.before, (int)sizeof(long double));
    while (x > 0.5L) {
        x /= 2;
    }
    show("halved", x);
    return x ? 0 : 1;
}
