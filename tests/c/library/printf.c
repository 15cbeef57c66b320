/* printf.c: random calls of the printf family. Arguments: a seed, how many. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "random.h"

/* Flags, width, precision. */
static char *put_options(char *to, int precision_max)
{
    const char *flags = "-+ #0";
    int i;

    for (i = 0; flags[i] != '\0'; i++) {
        if (random_below(4) == 0) {
            *to++ = flags[i];
        }
    }
    if (random_below(3) == 0) {
        to += sprintf(to, "%d", random_below(40));
    }
    if (random_below(2) == 0) {
        to += sprintf(to, ".%d", random_below(precision_max));
    }
    return to;
}

static void call_with_real(char *format, char *end, char *to, size_t size)
{
    const char *letters = "aAeEfFgG";
    int is_long = random_below(3) == 0;
    int count;

    if (is_long) {
        *end++ = 'L';
    }
    *end++ = letters[random_below(8)];
    *end = '\0';
    count = is_long ? snprintf(to, size, format, random_long_double())
                    : snprintf(to, size, format, random_double());
    printf("%s [%s] %d\n", format + 1, to, count);
}

static void call_with_integer(char *format, char *end, char *to, size_t size)
{
    static const char *const lengths[] = {"hh", "h", "", "l", "ll", "j", "z", "t"};
    const char *letters = "diouxX";
    int length = random_below(8);
    uint64_t value = random_bits() >> random_below(64);
    int count;

    end += sprintf(end, "%s%c", lengths[length], letters[random_below(6)]);
    *end = '\0';
    count = length < 3 ? snprintf(to, size, format, (int)value)
                       : snprintf(to, size, format, (long)value);
    printf("%s [%s] %d\n", format + 1, to, count);
}

static void call_with_text(char *format, char *end, char *to, size_t size)
{
    static const char *const texts[] = {"", "a", "hello", "a longer text, of 28 letters"};
    int is_character = random_below(3) == 0;
    int count;

    *end++ = is_character ? 'c' : 's';
    *end = '\0';
    count = is_character ? snprintf(to, size, format, 'a' + random_below(26))
                         : snprintf(to, size, format, texts[random_below(4)]);
    printf("%s [%s] %d\n", format + 1, to, count);
}

int main(int argc, char **argv)
{
    static char to[20000];
    long count = argc > 2 ? atol(argv[2]) : 1000;

    seed(argc > 1 ? (uint64_t)atol(argv[1]) : 1);
    for (; count > 0; count--) {
        char format[64] = "%";
        char *end = put_options(format + 1, random_below(8) != 0 ? 12 : 60);
        int kind = random_below(8);

        if (kind < 5) {
            call_with_real(format, end, to, sizeof to);
        } else if (kind < 7) {
            call_with_integer(format, end, to, sizeof to);
        } else {
            call_with_text(format, end, to, sizeof to);
        }
    }
    return 0;
}
