/* A float parameter of an old-style definition is passed as a double (C17 6.5.2.2p6, 6.9.1p10); the lengths of array
 * parameters are evaluated on entry (C17 6.9.1p10). */
#include <stdio.h>

static double mixed(a, f, c, d, g)
float f, g;
int a;
char c;
double d;
{
    f += 0.5f;
    return a + f * 2 + c + d * g;
}

static int lengths(int a, int c, int b[c++], int d[c += 2][a++])
{
    return a * 100 + c * 10 + (int)(sizeof d[0] / sizeof(int)) + b[0];
}

int main(void)
{
    int array[4][4] = {{5}};
    float x = 1.25f;

    printf("%g\n", mixed(1, x, 'a', 0.25, 3.0));
    printf("%g\n", mixed(-1, 0.1, 'b', 1e10, 1e-10f));
    printf("%d\n", lengths(3, 1, array[0], array));
    return 0;
}
