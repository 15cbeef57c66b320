/* C17 6.5.3.4: sizeof and _Alignof. */
#include <stdio.h>

struct mixed {
    char a;
    int b;
    char c;
    long d;
    short e;
};

union any {
    char c[5];
    int i;
};

int main(void)
{
    int x[10];
    char text[] = "hello";

    printf("%zu %zu %zu\n", sizeof x, sizeof x[0], sizeof x / sizeof *x);
    printf("%zu %zu %zu\n", sizeof text, sizeof "hi", sizeof 'a');
    printf("%zu %zu\n", sizeof(struct mixed), sizeof(union any));
    printf("%zu %zu %zu %zu\n", _Alignof(char), _Alignof(short), _Alignof(int), _Alignof(long));
    printf("%zu %zu\n", _Alignof(struct mixed), _Alignof(union any));
    printf("%zu %zu\n", sizeof(int[3][4]), sizeof(int *[3]));
    printf("%zu %zu\n", sizeof(int (*)[3]), sizeof(struct { char c[3]; }));
    printf("%zu\n", sizeof(x[0]++));
    _Alignas(16) char aligned[3];
    printf("%d\n", (int)((unsigned long)aligned % 16));
    return 0;
}
