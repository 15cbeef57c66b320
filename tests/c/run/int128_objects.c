/* __int128 (GNU C) in objects, calls, constants, switch, bit-fields, _Generic and the functions that say whether a
 * result fits. */
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

typedef unsigned __int128 uwide;

struct pair {
    char tag;
    __int128 value;
    short after;
};

union either {
    __int128 whole;
    unsigned long halves[2];
};

struct bits {
    __int128 a : 70;
    unsigned __int128 b : 100;
    int c : 3;
    __int128 d : 5;
    __int128 e : 128;
};

_Static_assert(sizeof(__int128) == 16 && _Alignof(__int128_t) == 16 && __SIZEOF_INT128__ == 16, "size");
_Static_assert(offsetof(struct pair, value) == 16 && sizeof(struct pair) == 48, "layout");
_Static_assert((__int128)1 << 100 > 0xffffffffffffffffUL, "folded");
_Static_assert((uwide)-1 >> 127 == 1 && (__int128)-1 / 2 == 0 && -(__int128)7 % 4 == -3, "folded");
_Static_assert((__int128)1e30 / 1000000000000000 == (__int128)1e15, "folded");
_Static_assert(sizeof(int[(__int128)3]) == 12, "length");

static __int128 statics[] = {1, -1, (__int128)1 << 100, (uwide)-1 >> 1, -((__int128)5 << 64), 3.75e25, 'a'};
static uwide most = ~(uwide)0;
static double real = (__int128)1 << 90;
static float rounded = (uwide)0xffffff7fffffffffUL << 40;
static long double longest = ~(uwide)0;
static int is_large = ((uwide)1 << 127) > 5;
static struct bits bits = {-1, (uwide)5 << 96, -2, 7, -9};
static const __int128 table[2][2] = {{1, 2}, {(__int128)3 << 64, 4}};
enum { SMALL = (__int128)7 };

static void show(const char *what, uwide value)
{
    printf("%s %016lx%016lx\n", what, (unsigned long)(value >> 64), (unsigned long)value);
}

static __int128 add(int first, __int128 a, uwide b)
{
    return first + a + (__int128)b;
}

static __int128 on_stack(long a, long b, long c, long d, long e, long f, long g, __int128 split, int h, __int128 whole)
{
    return a + b + c + d + e + f + g + split * 3 + h + whole * 5;
}

static struct pair with(struct pair pair, __int128 value)
{
    pair.value += value;
    pair.after++;
    return pair;
}

static __int128 sum(int count, ...)
{
    va_list list;
    __int128 total = 0;

    va_start(list, count);
    for (int i = 0; i < count; i++) {
        total += va_arg(list, int);
        total += va_arg(list, __int128);
        total += (__int128)va_arg(list, double);
    }
    va_end(list);
    return total;
}

static int choose(__int128 value)
{
    switch (value) {
    case 0:
        return 1;
    case (__int128)1 << 100:
        return 2;
    case -5 ... - 3:
        return 3;
    case ((__int128)1 << 70)... (((__int128)1 << 70) + 10):
        return 4;
    default:
        return 5;
    }
}

static int choose_unsigned(uwide value)
{
    switch (value) {
    case 5 ... ~(uwide)0 - 1:
        return 1;
    case -1:
        return 2;
    }
    return 3;
}

static void use_bits(void)
{
    struct bits local = {1, 2, 3, 4, 5};

    show("a", (uwide)bits.a);
    show("b", bits.b);
    printf("%d %d\n", bits.c, (int)bits.d);
    show("e", (uwide)bits.e);
    local.a = (__int128)1 << 69;
    show("a", (uwide)local.a);
    local.b = ~(uwide)0;
    show("b", local.b);
    local.b += 2;
    show("b", local.b);
    show("b", local.b++);
    show("stored", (uwide)(local.d = 17));
    local.d -= 30;
    show("d", (uwide)(__int128)local.d);
    local.e *= local.a;
    show("e", (uwide)local.e);
    printf("%zu %d\n", sizeof local, local.c);
}

static void overflow(__int128 a, __int128 b)
{
    __int128 result = 0;
    uwide magnitude = 0;
    int small = 0;
    unsigned long word = 0;
    int said[] = {
        __builtin_add_overflow(a, b, &result),    __builtin_sub_overflow(a, b, &magnitude),
        __builtin_mul_overflow(a, b, &small),     __builtin_mul_overflow((uwide)a, (uwide)b, &word),
        __builtin_add_overflow(5, 7UL, &result),  __builtin_mul_overflow((uwide)a, 3, &magnitude),
        __builtin_add_overflow_p(a, b, (int)0),   __builtin_mul_overflow_p(a, b, (__int128)0),
        __builtin_sub_overflow(1UL, 2, &result),
    };

    for (unsigned i = 0; i < sizeof said / sizeof said[0]; i++) {
        printf("%d", said[i]);
    }
    printf(" %d %lu\n", small, word);
    show("result", (uwide)result);
    show("magnitude", magnitude);
}

int main(void)
{
    struct pair pair = {'x', (__int128)9 << 80, 4};
    struct pair copy = with(pair, 77);
    union either either = {.whole = -2};
    __int128 array[3] = {1, [2] = (__int128)5 << 64};
    __int128 *at = array;
    volatile __int128 shaky = 12;
    register uwide fast = 13;
    __int128 (*call)(int, __int128, uwide) = add;
    __int128 unset[2];

    for (unsigned i = 0; i < sizeof statics / sizeof statics[0]; i++) {
        show("static", (uwide)statics[i]);
    }
    show("most", most);
    printf("%a %a %La %d %d\n", real, rounded, longest, is_large, SMALL);
    show("table", (uwide)table[1][0]);
    show("add", (uwide)call(3, (__int128)1 << 90, 4));
    show("stack", (uwide)on_stack(1, 2, 3, 4, 5, 6, 7, (__int128)8 << 66, 9, (__int128)10 << 99));
    show("copy", (uwide)copy.value);
    printf("%c %d\n", copy.tag, copy.after);
    show("sum", (uwide)sum(3, 1, (__int128)2 << 70, 3.0, 4, (__int128)5, 6.5, 7, (__int128)-8, 1e20));
    show("nested", (uwide)add(1, add(2, 3, 4), (uwide)add(5, 6, 7)));
    printf("%lx %lx\n", either.halves[0], either.halves[1]);
    *++at = -3;
    at[1]++;
    show("array", (uwide)(array[0] + array[1] * array[2]));
    printf("%td\n", at - array);
    shaky++;
    fast += (uwide)shaky;
    show("fast", fast);
    unset[1] = 4;
    show("unset", (uwide)unset[1]);
    printf("%d %d %d %d %d\n", choose(0), choose((__int128)1 << 100), choose(-4), choose(((__int128)1 << 70) + 10),
           choose((__int128)1 << 64));
    printf("%d %d %d\n", choose_unsigned((uwide)1 << 127), choose_unsigned(~(uwide)0), choose_unsigned(4));
    printf("%d %d %d %d\n", _Generic((__int128)1, __int128_t: 1, default: 2), _Generic(1UL + (__int128)1, __int128: 1, default: 2),
           _Generic((uwide)1 + (__int128)1, __uint128_t: 1, default: 2), _Generic(1.0f + (__int128)1, float: 1, default: 2));
    use_bits();
    overflow(5, 6);
    overflow(((__int128)1 << 126) + 1, (__int128)1 << 126);
    overflow(-((__int128)1 << 126), -((__int128)1 << 126) - 3);
    overflow(-3, 0x123456789abcdef);
    return array[1] == -3 ? 0 : 1;
}
