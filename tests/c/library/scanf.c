/*
 * scanf.c: random calls of strtod and its kin, and of sscanf. Arguments: a seed, how many.
 *
 * What only begins like a number (1e+, 0x) is left to strtod: there glibc's scanf does not follow
 * C17 7.21.6.2p9.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "random.h"

/* A text that spells a number, or nearly. */
static void spell(char *to)
{
    static const char *const texts[] = {"inf",   "-INFINITY", "nan",  "nan(abc)", "infi", "0x",
                                        "0x.8p", "1e+",       "1e",   ".",        "-",    "0e5",
                                        "00.",   "0x1p+",     "1.e3", ".5",       "",     "+.0e-1"};

    switch (random_below(10)) {
    case 0:
        sprintf(to, "%.*e", random_below(40), random_double());
        break;
    case 1:
        sprintf(to, "%a", random_double());
        break;
    case 2:
        sprintf(to, "%s", texts[random_below(18)]);
        break;
    case 3:
        sprintf(to, "%lue%d", (unsigned long)random_bits(), random_below(700) - 360);
        break;
    case 4:
        sprintf(to, "%lu.%lu%lue%d", (unsigned long)random_bits(), (unsigned long)random_bits(),
                (unsigned long)random_bits(), random_below(80) - 40);
        break;
    case 5:
        sprintf(to, "0x%lx.%lxp%d", (unsigned long)random_bits(), (unsigned long)random_bits(),
                random_below(2400) - 1300);
        break;
    case 6:
        sprintf(to, "%.*Le", random_below(50), random_long_double());
        break;
    case 7:
        sprintf(to, "%de%d", random_below(1000), random_below(12000) - 6000);
        break;
    case 8:
        /* All digits of a double: half way between two floats, often. */
        sprintf(to, "%.800g", random_double());
        break;
    default:
        sprintf(to, "%lu", (unsigned long)random_bits() >> random_below(64));
        break;
    }
}

static void print_bits(const void *object, size_t size, int is_nan)
{
    const unsigned char *bytes = object;

    if (is_nan) {
        printf(" nan");
        return;
    }
    printf(" ");
    while (size > 0) {
        printf("%02x", bytes[--size]);
    }
}

static void convert(const char *text)
{
    char *end;
    double number;
    float small;
    long double large;

    errno = 0;
    number = strtod(text, &end);
    print_bits(&number, sizeof number, number != number);
    printf(" %ld %d", (long)(end - text), errno);
    errno = 0;
    small = strtof(text, &end);
    print_bits(&small, sizeof small, small != small);
    printf(" %ld %d", (long)(end - text), errno);
    errno = 0;
    large = strtold(text, &end);
    print_bits(&large, sizeof large, large != large);
    printf(" %ld %d\n", (long)(end - text), errno);
}

static void scan(void)
{
    char text[80];
    int first = -1;
    double second = -1;
    char word[20] = "";
    unsigned int third = 7;
    int at = -1;
    int count;

    sprintf(text, "%d %.*g %s%s%x", random_below(2000) - 1000, random_below(17) + 1,
            (double)random_below(100000) / 64, random_below(2) ? "word" : "other-word",
            random_below(2) ? " " : "\n\t ", random_below(5000));
    count = sscanf(text, "%i %lf %[a-z-] %x%n", &first, &second, word, &third, &at);
    printf("scan [%s] %d: %d %a %s %u %d\n", text, count, first, second, word, third, at);
}

int main(int argc, char **argv)
{
    static char text[10000];
    long count = argc > 2 ? atol(argv[2]) : 1000;

    seed(argc > 1 ? (uint64_t)atol(argv[1]) : 1);
    for (; count > 0; count--) {
        if (random_below(5) == 0) {
            scan();
        } else {
            spell(text);
            printf("%.60s", text);
            convert(text);
        }
    }
    return 0;
}
