/* C17 6.2.4p2: the value is read in time. */
#include <stdlib.h>

int main(void)
{
    int *p = calloc(1, sizeof *p);
    int value;

    if (p == NULL) {
        return 1;
    }
    value = *p;
    free(p);
    return value;
}
