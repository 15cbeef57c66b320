/* C17 7.16: functions with variable arguments: many, mixed, copied, handed on. */
#include <stdarg.h>
#include <stdio.h>

static long sum(int count, ...)
{
    va_list list;
    long s = 0;

    va_start(list, count);
    while (count-- > 0)
        s += va_arg(list, int);
    va_end(list);
    return s;
}

static void mixed(const char *kinds, ...)
{
    va_list list;

    va_start(list, kinds);
    for (; *kinds; kinds++) {
        switch (*kinds) {
        case 'i':
            printf("%d ", va_arg(list, int));
            break;
        case 'u':
            printf("%u ", va_arg(list, unsigned));
            break;
        case 'l':
            printf("%ld ", va_arg(list, long));
            break;
        case 's':
            printf("%s ", va_arg(list, const char *));
            break;
        case 'p':
            printf("%d ", *va_arg(list, int *));
            break;
        }
    }
    va_end(list);
    puts("");
}

static long twice(int count, ...)
{
    va_list a, b;
    long s = 0;

    va_start(a, count);
    va_copy(b, a);
    for (int i = 0; i < count; i++)
        s += va_arg(a, int);
    for (int i = 0; i < count; i++)
        s += 100 * va_arg(b, int);
    va_end(b);
    va_end(a);
    return s;
}

static int say(char *to, const char *format, ...)
{
    va_list list;
    int n;

    va_start(list, format);
    n = vsprintf(to, format, list);
    va_end(list);
    return n;
}

int main(void)
{
    char text[64];
    int x = 77;
    char c = 'c';
    short h = -5;

    printf("%ld %ld\n", sum(0), sum(12, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12));
    mixed("iulspiulspi", -1, 4000000000U, 1L << 40, "text", &x, 2, 3U, -4L, "more", &x, c + h);
    printf("%ld\n", twice(3, 1, 2, 3));
    printf("%d %s\n", say(text, "%d-%s-%c", 5, "five", c), text);
    return 0;
}
