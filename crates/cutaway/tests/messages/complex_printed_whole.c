#include <complex.h>
#include <stdio.h>

int main(void)
{
    double complex z = csqrt(-2.0);
    printf("%f\n", z);
    if (z > 1)
        puts("large");
    return 0;
}
