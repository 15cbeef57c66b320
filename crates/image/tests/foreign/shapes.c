#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct point { int x, y; };
struct flags { unsigned a : 3, b : 5; int c : 7; };
union number { int i; float f; unsigned char bytes[4]; };
enum color { RED = -1, GREEN, BLUE = 7 };
typedef int (*operation)(int, int);

static int counter = 5;
const char *names[2] = {"first", "second"};

static inline int twice(int x) { int result = 2 * x; return result; }

static int sum(const int *values, int count)
{
    int total = 0;
    for (int i = 0; i < count; i++) {
        int value = values[i];
        if (value < 0) {
            fprintf(stderr, "negative: %d\n", value);
            abort();
        }
        total += twice(value);
    }
    return total;
}

__attribute__((noinline)) int apply(operation f, int a, int b) { return f(a, b) + counter; }
static int add(int a, int b) { return a + b; }

__attribute__((noinline)) int factorial(int n)
{
    int rest = n <= 1 ? 1 : factorial(n - 1);
    return n * rest;
}

__attribute__((noinline)) double scale(double by, struct point p) { return by * p.x + p.y; }

__attribute__((noinline)) int variable_length(int n)
{
    int squares[n];
    for (int i = 0; i < n; i++)
        squares[i] = i * i;
    return sum(squares, n);
}

int main(int argc, char **argv)
{
    int values[] = {1, 2, 3, argc};
    struct point p = {argc, 4};
    struct flags flags = {1, 2, -3};
    union number number = {.f = 1.5f};
    enum color color = argc > 1 ? RED : BLUE;
    counter += flags.b;
    int total = sum(values, 4) + apply(add, 3, 4) + factorial(5);
    total += variable_length(3) + (int)scale(2.5, p) + number.bytes[3] + color;
    printf("%d %s %zu\n", total, names[argc & 1], strlen(argv[0]) > 0);
    return 0;
}
