/* Complex objects: spellings, sizes, constants, initializers, parts, conversions, conditions (C17 6.2.5, 6.3.1, 6.7.9). */
#include <complex.h>
#include <stdio.h>

struct sample {
    char tag;
    double _Complex value;
    float _Complex pair[2];
};

union view {
    double _Complex z;
    double parts[2];
};

static double _Complex one = 1.0;
static double _Complex product = (1.0 + 2.0 * I) * (3.0 - 0.1 * I);
static double _Complex quotient = (1.0 + 2.0 * I) / (3.0 - 4.0 * I);
static float _Complex sum = 1.5f + 2.5fi - 1;
static long double _Complex large[] = {1.0Li, 2, [3] = ~(1.0L + 0.1L * I)};
static struct sample sample = {'s', CMPLX(1, -0.0), {1, [1] = 3i}};
static const int is_equal = 1.0 + 2.0 * I == 2.0 * I + 1;
static double real_part = __real__ (5.0 + 6.0i);
static double imaginary_part = __imag__ (5.0 + 6.0i);
static int truncated = (int)(3.9 + 4.0i);
static int _Complex whole = (3 + 4i) * (1 - 2i);

static void show(const char *what, long double _Complex z)
{
    printf("%-10s %.17Lg %.17Lg\n", what, creall(z), cimagl(z));
}

static void spellings(void)
{
    double _Complex a;
    _Complex double b;
    long _Complex double c;
    double long _Complex d;
    __complex__ float e;
    _Complex f;
    unsigned _Complex char g;
    const volatile _Complex double h = 1;

    printf("%zu %zu %zu %zu", sizeof a, sizeof b, sizeof c, sizeof d);
    printf(" %zu %zu %zu %zu\n", sizeof e, sizeof f, sizeof g, sizeof h);
    printf("%zu %zu %zu\n", _Alignof(float _Complex), _Alignof(double _Complex), _Alignof(long double _Complex));
    printf("%zu %zu %zu\n", sizeof(struct sample), sizeof 1.0fi, sizeof(1.0i + 1.0Li));
}

#define KIND(x)                                                                                    \
    _Generic((x), float _Complex: "float", double _Complex: "double", long double _Complex: "long double", \
             int _Complex: "int", double: "real", default: "?")

static void types(void)
{
    float _Complex f = 1;

    printf("%s %s %s %s %s\n", KIND(f), KIND(f + 1.0), KIND(f * 2), KIND(f + 1.0L), KIND(I));
    printf("%s %s %s %s %s\n", KIND(3i), KIND(2.0i), KIND(1.0j), KIND(1 ? 1 : f), KIND(creal(f)));
}

static void parts(void)
{
    double _Complex z = 0;
    double _Complex *pointer = &z;
    union view view;
    double *imaginary = &__imag__ z;

    __real__ z = 1;
    __imag__ *pointer = 2;
    __real__ *pointer += 10;
    *imaginary *= 3;
    show("parts", z);
    view.z = z;
    printf("%g %g %g\n", view.parts[0], view.parts[1], __real__ z * __imag__ z);
    printf("%g %g %d\n", __real__ 4.5, __imag__ 4.5, __real__ 7);
    sample.pair[0] = sample.pair[1] * sample.value;
    __imag__ sample.pair[1]++;
    show("pair 0", sample.pair[0]);
    show("pair 1", sample.pair[1]);
    show("literal", (double _Complex){2.5} + (float _Complex[]){1i, 2i}[1]);
}

static int conditions(double _Complex z)
{
    int count = 0;

    while (z) {
        z -= z == 2 ? 1 : 2;
        z *= __real__ z > 0;
        count++;
    }
    do {
        z += I;
    } while (z != 3 * I);
    for (; z; z = z == I ? 0 : z - I) {
        count += 10;
    }
    return count + (z ? 100 : 0) + (!z ? 1000 : 0) + (z || I ? 10000 : 0) + ((_Bool)(1e-300 * I) ? 100000 : 0);
}

static void conversions(void)
{
    double _Complex z = 200.75 + 2 * I;
    unsigned char byte = z;
    long number = (long)-z;
    float _Complex f = (float _Complex)(z / 3);
    _Bool is_true = f - f;
    unsigned long huge = (unsigned long)(1e19 + 5i);
    short _Complex narrow = 70000 + 5i;

    printf("%d %ld %d %lu %d\n", byte == 200, number, is_true, huge, (float)z == 200.75f);
    show("f", f);
    printf("%d %d\n", __real__ narrow, __imag__ narrow);
    show("comma", (number++, z));
    show("?:", number ? f : 1.0L);
}

static void integers(void)
{
    int _Complex a = 3 + 4i;
    unsigned _Complex char b = 250 + 10i;
    long _Complex c = a;

    a = a * a - 1;
    b += b;
    c *= 1000000000000;
    c = ~c - a;
    printf("%d %d %d %d %ld %ld\n", __real__ a, __imag__ a, __real__ b, __imag__ b, __real__ c, __imag__ c);
    printf("%d %d %d\n", a == 6 + 24i, !a, -a == a);
}

int main(void)
{
    show("one", one);
    show("product", product);
    show("quotient", quotient);
    show("sum", sum);
    for (int index = 0; index < 4; index++) {
        show("large", large[index]);
    }
    show("sample", sample.value);
    show("sample", sample.pair[1]);
    printf("%d %g %g %d\n", is_equal, real_part, imaginary_part, truncated);
    printf("%d %d\n", __real__ whole, __imag__ whole);
    spellings();
    types();
    parts();
    printf("%d\n", conditions(5));
    conversions();
    integers();
    return 0;
}
