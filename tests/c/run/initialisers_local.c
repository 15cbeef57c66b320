/* C17 6.7.9: automatic initialisers, with values of the moment. */
#include <stdio.h>

static int count;

static int next(void)
{
    return ++count;
}

int main(void)
{
    for (int i = 0; i < 3; i++) {
        int a[4] = {next(), i * 10};
        struct {
            int n;
            char text[6];
            int *p;
        } s = {next(), "abc", a};
        char text[] = {'x', 'y', 0};
        int flat[2][2] = {1, 2, i};

        printf("%d %d %d %d\n", a[0], a[1], a[2], a[3]);
        printf("%d %s %d %d %s\n", s.n, s.text, s.text[5], *s.p, text);
        printf("%d %d\n", flat[1][0], flat[1][1]);
        a[2] = s.text[4] = 9;
    }
    return 0;
}
