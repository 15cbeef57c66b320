/* Built-in functions of GNU C that ask for types and classes, and the alignment of void and of functions. */
#include <stdio.h>

struct s {
    int m;
};

union u {
    int m;
};

static int calls;

static int count(void)
{
    return ++calls;
}

static void nothing(void)
{
    calls = 0;
}

int main(void)
{
    volatile double zero = 0, huge = 1e308;
    volatile float small = 1e-40f;
    int array[3];
    struct s s = {1};
    union u u = {2};
    int z = 10;

    printf("%d %d %d %d\n", __builtin_isnan(zero / zero), __builtin_isinf(huge * 10), __builtin_isfinite(huge),
           __builtin_isnormal(small));
    printf("%d %d %d\n", __builtin_isinff((float)huge), __builtin_isnanl((long double)zero), __builtin_isnormal(huge));
    printf("%d %d %d %d %d %d %d\n", __builtin_classify_type(1), __builtin_classify_type(1.0f),
           __builtin_classify_type(array), __builtin_classify_type(nothing), __builtin_classify_type(s),
           __builtin_classify_type(u), __builtin_classify_type(count()));
    printf("%d %d %d %d %d\n", __builtin_constant_p(3 + 4), __builtin_constant_p("text"), __builtin_constant_p(&calls),
           __builtin_constant_p(array), __builtin_constant_p(calls));
    if (__builtin_expect(calls == 0, z++)) {
        z += 100;
    }
    printf("%d %d\n", z, calls);
    printf("%zu %zu\n", __alignof__(void), __alignof__(nothing));
    return 0;
}
