/* C17 7.21.6.1p8, 7.21.6.2p12, 7.22.1.3: floating-point numbers in characters, both ways. */
#include <errno.h>
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static void spell(double number)
{
    printf("[%f] [%10.3f] [%-10.1e] [%+g] [%#.3g] [%a] [%.0f] [%010.2f]\n", number, number, number,
           number, number, number, number, number);
}

static void read_one(const char *text)
{
    char *end;
    double number;

    errno = 0;
    number = strtod(text, &end);
    printf("\"%s\": %.17g, %d characters, %s\n", text, number, (int)(end - text),
           errno == ERANGE ? "out of range" : "well");
}

int main(void)
{
    static const double numbers[] = {0,       -0.0,    1,         0.5,      1.5,      2.5,
                                     0.1,     1e21,    123456789, 1e-5,     9.9995,   DBL_MAX,
                                     DBL_MIN, 5e-324,  -1e300,    99999.95, INFINITY, -INFINITY};
    static const char *const texts[] = {
        "3.25",   " -1e3x",  "0x1.8p1", "1e400",      "1e-400",
        "inf",    "nan",     ".5",      ".",          "1e+",
        "4.9e-324", "2.2250738585072011e-308", "9007199254740993", "0.1e-6"};
    float small;
    double middle;
    long double large;
    int count;

    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        spell(numbers[i]);
    }
    printf("%.30Lf %.5Le %Lg %La\n", 1.0L / 3, LDBL_MAX, LDBL_MIN, 1.0L / 3);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        read_one(texts[i]);
    }
    count = sscanf("1.25 -2e3 0x1p-4,rest", "%f %lf %Lf", &small, &middle, &large);
    printf("%d: %g %g %Lg\n", count, small, middle, large);
    printf("%.9g %.40Lg\n", strtof("0.1", NULL), strtold("0.1", NULL));
    return 0;
}
