/* C17 6.5.5, 6.5.6, 6.5.8, 6.5.9, 6.5.16: float and double in every operation, a NaN's comparisons. */
#include <stdio.h>
#include <string.h>

static double zero;
static double values[] = {0, -0.0, 1, -1.5, 3.25, 1e300, 5e-324, 0.1, 1 / 3.0};

static unsigned long bits(double value)
{
    unsigned long bits;

    memcpy(&bits, &value, sizeof bits);
    return bits;
}

static unsigned float_bits(float value)
{
    unsigned bits;

    memcpy(&bits, &value, sizeof bits);
    return bits;
}

static int order(double a, double b)
{
    return (a < b) | (a <= b) << 1 | (a > b) << 2 | (a >= b) << 3 | (a == b) << 4 | (a != b) << 5;
}

/* The same as conditions, each of which branches. */
static int conditions(float a, float b)
{
    int result = 0;

    if (a < b) result |= 1;
    if (!(a < b)) result |= 2;
    if (a <= b) result |= 4;
    if (!(a <= b)) result |= 8;
    if (a > b || a != a) result |= 16;
    if (a >= b && b == b) result |= 32;
    if (a == b) result |= 64;
    if (a != b) result |= 128;
    if (a) result |= 256;
    if (!b) result |= 512;
    return result + (a && b) * 1000 + (a || b) * 2000 + (a ? 4000 : 0);
}

static void operations(double a, double b)
{
    float f = a, g = b;

    printf("%lx %lx %lx %lx %d", bits(a + b), bits(a - b), bits(a * b), bits(-a), order(a, b));
    printf(" %lx %x %x %d\n", b ? bits(a / b) : 0, float_bits(f * g), float_bits(f - g),
           conditions(f, g));
}

static void updates(void)
{
    double d = 10;
    float f = 0.5f;
    int i = 7;
    unsigned char c = 200;
    long l = -5;

    d += f;
    d *= 3;
    d -= i;
    d /= 4;
    printf("%lx\n", bits(d++));
    printf("%lx\n", bits(++d));
    f -= 0.1;
    printf("%x %x %x\n", float_bits(f--), float_bits(--f), float_bits(-f));
    i *= 1.5;
    c += 0.75f;
    l /= 0.3;
    printf("%d %d %ld\n", i, c, l);
    d = f = i;
    printf("%lx %d\n", bits(d), (d = 2.5, (int)(d * 2)));
}

struct shape {
    float x, y;
    union {
        double d;
        unsigned long u;
    } either;
    double list[2][2];
    unsigned field : 5;
};

static void members(void)
{
    struct shape shape = {.y = 2, .either.d = 0.1, .list = {{1}, {2, 3.5}}, .field = 7.9};
    struct shape *pointer = &shape, copy;

    pointer->x = pointer->y * 1.5f;
    pointer->list[0][1] += shape.x;
    shape.field += 3.5;
    copy = *pointer;
    printf("%x %lx %lx %lx %d\n", float_bits(copy.x), copy.either.u, bits(copy.list[0][1]),
           bits(((double[]){1.5, 2.5, copy.y})[2]), copy.field);
}

/* More values at once than there are registers. */
static double deep(double a, double b, double c, double d)
{
    return (a + (b - (c * (d + (a - (b * (c + (d - (a * (b + c)))))))))) * (a - b);
}

static double through_calls(double a)
{
    return a + deep(a, 2, 3, 4) * (deep(1, a, deep(a, a, 1, 2), 5) - a) / (a + deep(1, 2, 3, a));
}

int main(void)
{
    int count = sizeof values / sizeof *values;
    double nan = zero / zero, infinity = 1 / zero;

    for (int i = 0; i < count; i++) {
        for (int j = 0; j < count; j++) {
            operations(values[i], values[j]);
        }
    }
    operations(nan, 1);
    operations(infinity, nan);
    operations(infinity, -infinity);
    updates();
    members();
    printf("%lx %lx\n", bits(deep(1, 2, 3, 4)), bits(through_calls(1.5)));
    switch ((int)3.99) {
    case 3:
        puts("three");
    }
    for (float step = 0; step < 1; step += 0.25f) {
        printf("%d ", (int)(step * 100));
    }
    puts("");
    return !(nan != nan);
}
