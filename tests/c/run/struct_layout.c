/* C17 6.7.2.1p14-p17: offsets, padding and size. */
#include <stddef.h>
#include <stdio.h>

struct a { char c; };
struct b { char c; short s; };
struct c { char c; int i; char d; };
struct d { int i; char c; long l; };
struct e { char c[3]; short s; struct b b; long l; char z; };
struct f { struct a a[3]; union { int i; char c; } u; };
struct g { char c; struct { long l; char c; } in; };

int main(void)
{
    printf("%zu %zu %zu %zu\n", sizeof(struct a), sizeof(struct b), sizeof(struct c),
           sizeof(struct d));
    printf("%zu %zu %zu\n", sizeof(struct e), sizeof(struct f), sizeof(struct g));
    printf("%zu %zu\n", offsetof(struct b, s), offsetof(struct c, d));
    printf("%zu %zu %zu %zu\n", offsetof(struct e, s), offsetof(struct e, b),
           offsetof(struct e, l), offsetof(struct e, z));
    printf("%zu %zu %zu\n", offsetof(struct f, u), offsetof(struct g, in),
           offsetof(struct g, in.c));
    printf("%zu %zu %zu\n", _Alignof(struct a), _Alignof(struct c), _Alignof(struct g));
    return 0;
}
