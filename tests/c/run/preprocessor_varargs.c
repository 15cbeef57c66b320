/* C17 6.10.3p12: macros with variable arguments. */
#include <stdio.h>

#define PRINT(...) printf(__VA_ARGS__)
#define LOG(level, ...) (printf("[%d] ", level), printf(__VA_ARGS__))
#define FIRST(a, ...) a
#define REST(a, ...) __VA_ARGS__
#define NARGS_(a, b, c, d, n, ...) n
#define NARGS(...) NARGS_(__VA_ARGS__, 4, 3, 2, 1, 0)
#define TEXT(...) #__VA_ARGS__
#define ITEMS X(red, 1) X(green, 2) X(blue, 4)

#define X(name, value) name = value,
enum colour { ITEMS };
#undef X

int main(void)
{
    PRINT("plain\n");
    LOG(3, "%d %s\n", 5, "five");
    printf("%d %d\n", FIRST(1, 2, 3), FIRST(REST(1, 2, 3), 0));
    printf("%d %d %d\n", NARGS(x), NARGS(x, y), NARGS(x, y, z, w));
    puts(TEXT(one, (two, three), "four"));
#define X(name, value) printf("%s=%d ", #name, name);
    ITEMS
#undef X
    puts("");
    return 0;
}
