/* C17 6.5.2.2, 7.16: floating arguments and results; RISC-V psABI "Hardware Floating-point Calling
 * Convention". */
#include <stdarg.h>
#include <stdio.h>

struct one { double d; };
struct two { float x, y; };
struct mixed { char c; double d; };
struct other { float f; long l; };
struct list { float f[2]; };
struct three { float x, y, z; };
struct nested { struct one first; struct { int i; } second; };
struct bits { unsigned width : 7; float f; };
union either { float f; int i; };
struct large { double d[3]; };

static struct one one(struct one s, double d) { s.d += d; return s; }
static struct two two(float f, struct two s) { struct two r = {s.y * f, s.x}; return r; }
static struct mixed mixed(struct mixed s, int i) { s.c += i; s.d *= i; return s; }
static struct other other(struct other s) { s.l += 1; s.f += 1; return s; }
static struct list list(struct list s) { s.f[0] += s.f[1]; return s; }
static struct three three(struct three s) { s.z = s.x + s.y; return s; }
static struct nested nested(struct nested s) { s.second.i += s.first.d; return s; }
static struct bits bits(struct bits s) { s.width += 1; s.f *= 2; return s; }
static union either either(union either u) { u.f *= 2; return u; }
static struct large large(struct large s, double d) { s.d[1] = d; return s; }

static double many(double a, float b, double c, int d, double e, float f, double g, double h, float i,
                   double j, struct two k, double l, float m, int n, int o, int p, float q,
                   struct mixed r, double s)
{
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + h * 8 + i * 9 + j * 10 + k.x * 11
        + k.y * 12 + l * 13 + m * 14 + n * 15 + o * 16 + p * 17 + q * 18 + r.c * 19 + r.d * 20 + s * 21;
}

static double total(int count, double first, ...)
{
    double sum = first;
    va_list list;

    va_start(list, first);
    for (int i = 0; i < count; i++) {
        switch (i % 4) {
        case 0: sum += va_arg(list, double); break;
        case 1: sum += va_arg(list, int); break;
        case 2: sum += va_arg(list, long double); break;
        default: sum += va_arg(list, struct mixed).d; break;
        }
    }
    va_end(list);
    return sum;
}

static long double wide(int a, long double b, double c, long double d, int e, int f, long double g,
                        long double h)
{
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + h * 8;
}

static float apply(float (*function)(float, int), float value) { return function(value, 3); }
static float times(float value, int factor) { return value * factor; }

#define SHOW(value) printf("%d ", (int)((value) * 1000))

int main(void)
{
    struct two pair = {1.5f, 2.5f};
    struct mixed both = {'a', 0.5};
    struct list values = {{1, 2}};
    struct nested deep = {{2.75}, {4}};
    struct bits narrow = {5, 1.5f};
    union either u = {.f = 0.25f};
    struct large big = {{1, 2, 3}};

    SHOW(one((struct one){1.25}, 2).d);
    SHOW(two(2, pair).x);
    SHOW(two(2, pair).y);
    SHOW(mixed(both, 3).c);
    SHOW(mixed(both, 3).d);
    SHOW(other((struct other){1.5f, 10}).l);
    SHOW(list(values).f[0]);
    SHOW(three((struct three){1, 2, 0}).z);
    SHOW(nested(deep).second.i);
    SHOW(bits(narrow).f + bits(narrow).width);
    SHOW(either(u).f);
    SHOW(large(big, 7.5).d[1]);
    puts("");
    SHOW(many(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, pair, 11, 12, 13, 14, 15, 16, both, 17));
    SHOW(total(0, 1.5));
    SHOW(total(7, 1.5, 2.25, 3, 4.5L, both, 0.125, 7, 8.5L));
    SHOW(wide(1, 2.5L, 3.5, 4.5L, 5, 6, 7.5L, 8.5L));
    SHOW(apply(times, 0.5f) + many(one(one((struct one){1}, 2), 3).d, 2, 3, 4, 5, 6, 7, 8, 9, 10,
                                   two(1, pair), 1, 2, 3, 4, 5, 6, both, total(1, 2, 3.0)));
    puts("");
    return 0;
}
