#include <stdio.h>

int main(void)
{
    double _Complex z = 3.0 + 4.0i;
    printf("%f\n", creal(z));
    return 0;
}
