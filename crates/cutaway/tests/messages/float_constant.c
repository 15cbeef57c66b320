#include <stdio.h>

int main(void)
{
    float x = 1.5;
    printf("%f\n", x);
    return 0;
}
