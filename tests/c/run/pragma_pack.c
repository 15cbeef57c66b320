/* Layouts that pragmas and attributes of GNU C ask for; machine modes; unions that arguments become. */
#include <stddef.h>
#include <stdio.h>

#pragma pack(push, 1)
struct one { char c; int i; short s; double d; };
#pragma pack(push, outer, 2)
struct two { char c; int i; short s; double d; };
#pragma pack(pop, outer)
struct one_again { char c; long l; };
#pragma pack(pop)
struct plain { char c; int i; short s; double d; };
_Pragma("pack(4)") struct four { char c; double d; long double l; }; _Pragma("pack()")
struct inside { char c; struct one packed; int i; };

enum __attribute__((packed)) small { SMALL_A, SMALL_B = 255 };
enum negative { NEGATIVE = -1, POSITIVE = 127 } __attribute__((packed));
enum __attribute__((packed)) middle { MIDDLE = 256 };
struct of_enums { enum small s; enum negative n; enum middle m; int i; };

typedef int byte __attribute__((mode(QI)));
typedef unsigned int half __attribute__((__mode__(__HI__)));
typedef int whole __attribute__((mode(SI)));
typedef int twice __attribute__((mode(DI)));
typedef unsigned int word __attribute__((mode(word)));
typedef float real __attribute__((mode(DF)));

typedef union {
    int *numbers;
    const char *text;
} either __attribute__((transparent_union));

static int first(either it)
{
    return *it.text;
}

int main(void)
{
    struct one a = {'a', 1, 2, 3.5};
    struct two b = {'b', 4, 5, 6.5};
    struct inside c = {'c', {'d', 7, 8, 9.5}, 10};
    a.i += b.i;
    b.d += c.packed.d;
    c.packed.s = (short)(c.i + a.i);
    printf("%zu %zu %zu\n", sizeof a, offsetof(struct one, s), offsetof(struct one, d));
    printf("%zu %zu %zu\n", sizeof b, offsetof(struct two, s), offsetof(struct two, d));
    printf("%zu %zu\n", sizeof(struct one_again), sizeof(struct plain));
    printf("%zu %zu %zu\n", sizeof(struct four), offsetof(struct four, d), _Alignof(struct four));
    printf("%zu %zu %zu\n", sizeof c, offsetof(struct inside, packed), offsetof(struct inside, i));
    printf("%d %g %d %g %d\n", a.i, a.d, b.s, b.d, c.packed.s);
    printf("%zu %zu %zu ", sizeof(byte), sizeof(half), sizeof(whole));
    printf("%zu %zu %zu ", sizeof(twice), sizeof(word), sizeof(real));
    printf("%d %d %d\n", (byte)200, (half)-1, (word)-1 > 0);
    struct of_enums e = {SMALL_B, NEGATIVE, MIDDLE, 1};
    printf("%zu %zu %zu %zu\n", sizeof e.s, sizeof e.n, sizeof e.m, sizeof e);
    printf("%d %d %d\n", e.s, e.n, e.m);
    int numbers[] = {65, 66};
    printf("%d %d\n", first(numbers), first("B"));
    char *room = __builtin_alloca(16);
    room[15] = 3;
    printf("%d\n", room[15]);
    return 0;
}
