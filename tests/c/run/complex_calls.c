/* Complex numbers as arguments and results, in registers of both files, on the stack, by reference and behind `...`. */
#include <complex.h>
#include <stdarg.h>
#include <stdio.h>

struct wave {
    float _Complex amplitude;
};

struct field {
    char name;
    double _Complex values[2];
};

static void show(const char *what, long double _Complex z)
{
    printf("%-10s %Lg %Lg\n", what, creall(z), cimagl(z));
}

static double _Complex sum(double _Complex a, float _Complex b, long double _Complex c, int n)
{
    return a + b + c + n;
}

static float _Complex last(double a, double b, double c, double d, double e, double f, double g, float _Complex x,
                           double _Complex y, double h, float _Complex z)
{
    show("x", x);
    show("y", y);
    return z + (a + b + c + d + e + f + g + h);
}

static long double _Complex twice(int n, long double _Complex z, int m)
{
    return z * (n - m);
}

static struct wave louder(struct wave w, float factor)
{
    w.amplitude *= factor;
    return w;
}

static struct field shifted(struct field f)
{
    f.values[1] += f.values[0];
    return f;
}

static int _Complex turned(int _Complex z)
{
    return z * 1i;
}

static double _Complex total(int count, ...)
{
    va_list list;
    double _Complex result = 0;

    va_start(list, count);
    for (int index = 0; index < count; index++) {
        result += va_arg(list, double _Complex);
        result += va_arg(list, float _Complex);
        result += va_arg(list, long double _Complex);
        result += va_arg(list, int);
    }
    va_end(list);
    return result;
}

static double _Complex old_style(z, f)
    double _Complex z;
    float _Complex f;
{
    return z - f;
}

static double _Complex tower(double _Complex z, int height)
{
    return height == 0 ? z : z + tower(z * I, height - 1);
}

int main(void)
{
    double _Complex z = 1 + 2 * I;
    float _Complex f = 3.5f - I;
    long double _Complex l = 0.25L * I;
    struct wave w = {f};
    struct field field = {'e', {z, 1}};
    double _Complex (*pointer)(double _Complex, int) = tower;
    int _Complex n = turned(3 + 4i);

    show("sum", sum(z, f, l, 5));
    show("nested", sum(sum(z, f, l, 1), sum(z, z, z, 2), twice(3, l, 1), 3));
    show("last", last(1, 2, 3, 4, 5, 6, 7, f, z, 8, f));
    show("twice", twice(5, l, 1));
    show("louder", louder(w, 2).amplitude);
    show("shifted", shifted(field).values[1]);
    printf("turned     %d %d\n", __real__ n, __imag__ n);
    show("total", total(2, z, f, l, 1, z * 10, f * 10, l * 10, 10));
    show("old style", old_style(z, f));
    show("pointer", pointer(z, 5));
    show("part", creal(sum(z, f, l, 0)) + __imag__ twice(2, l, 1));
    return 0;
}
