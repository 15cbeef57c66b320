/* GNU C: built-in functions. */
#include <alloca.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

#define likely(x) __builtin_expect(!!(x), 1)

struct shape {
    char kind;
    struct { short x, y; } corner[4];
};

static int fact(int n) {
    return likely(n > 1) ? n * fact(n - 1) : 1;
}

static void bits(void) {
    unsigned u = 0x00f0a010u;
    unsigned long w = 0x0123456789abcdefUL;
    printf("%d %d %d %d %d\n", __builtin_clz(u), __builtin_ctz(u), __builtin_popcount(u), __builtin_parity(u),
           __builtin_ffs((int)u));
    printf("%d %d %d %d %d\n", __builtin_clzl(w), __builtin_ctzll(w), __builtin_popcountl(w), __builtin_parityll(w),
           __builtin_ffsl(0));
    printf("%d %d %d\n", __builtin_clz(1), __builtin_clrsb(-1), __builtin_clrsbl(1000));
    printf("%x %x %lx\n", __builtin_bswap16(0x1234), __builtin_bswap32(0x12345678), (unsigned long)__builtin_bswap64(w));
}

static void overflows(void) {
    int i = 0;
    long l = 0;
    unsigned u = 0;
    unsigned char c = 0;
    unsigned long m = 0;
    printf("%d %d\n", __builtin_add_overflow(INT_MAX, 1, &i), i);
    printf("%d %d\n", __builtin_add_overflow(5, -9, &i), i);
    printf("%d %u\n", __builtin_sub_overflow(3u, 5u, &u), u);
    printf("%d %ld\n", __builtin_sub_overflow(3u, 5u, &l), l);
    printf("%d %d\n", __builtin_mul_overflow(16, 17, &c), c);
    printf("%d %ld\n", __builtin_mul_overflow(LONG_MIN, -1, &l), l);
    printf("%d %ld\n", __builtin_mul_overflow(LONG_MIN, 1, &l), l);
    printf("%d %lu\n", __builtin_mul_overflow(1UL << 32, 1UL << 31, &m), m);
    printf("%d %lu\n", __builtin_mul_overflow(1UL << 32, 1UL << 32, &m), m);
    printf("%d %d\n", __builtin_smul_overflow(1 << 20, 1 << 12, &i), i);
    printf("%d %lu\n", __builtin_uaddl_overflow(ULONG_MAX, 2, &m), m);
    printf("%d %d\n", __builtin_add_overflow_p(100, 100, (signed char)0), __builtin_add_overflow_p(100, 100, 0));
}

static long on_the_stack(int count) {
    long *squares = alloca(count * sizeof *squares);
    char *text = __builtin_alloca(30);
    for (int i = 0; i < count; i++)
        squares[i] = (long)i * i;
    sprintf(text, "%ld %ld", squares[count - 1], squares[0]);
    printf("%s\n", text);
    long sum = 0;
    for (int i = 0; i < count; i++)
        sum += squares[i];
    return count > 3 ? sum + on_the_stack(count - 1) : sum;
}

int main(void) {
    char text[20];
    printf("%d\n", fact(10));
    bits();
    overflows();
    printf("%ld\n", on_the_stack(7));
    __builtin_memset(text, 'a', 5);
    text[5] = 0;
    __builtin_strcat(text, "bc");
    printf("%s %lu %d\n", text, __builtin_strlen(text), __builtin_strcmp(text, "aaaaabc"));
    __builtin_printf("%d %d %d\n", __builtin_constant_p(3 + 4), __builtin_constant_p(text[0]), __builtin_abs(-4));
    printf("%lu\n", (unsigned long)__builtin_offsetof(struct shape, corner[2].y));
    __builtin_prefetch(text);
    char *frame = __builtin_frame_address(0);
    printf("%d\n", frame > text && __builtin_return_address(0) != 0);
    if (fact(3) != 6)
        __builtin_unreachable();
    int *aligned = __builtin_assume_aligned(&(int){8}, 4);
    printf("%d\n", *aligned);
    return 0;
}
