#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    double *values = malloc(20 * sizeof(double));
    size_t count = sizeof(values) / sizeof(double);
    printf("%zu\n", count);
    free(values);
    return 0;
}
