/* C17 7.22.3.2: all of a heap block. */
#include <stdlib.h>

int main(void)
{
    int *p = calloc(4, sizeof *p);
    int sum = 0;

    if (p == NULL) {
        return 1;
    }
    for (int i = 0; i < 4; i++) {
        sum += p[i];
    }
    free(p);
    return sum;
}
