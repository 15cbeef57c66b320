/* C17 7.22.3.4p2: what malloc gives has no value yet. */
#include <stdlib.h>

int main(void)
{
    int *p = malloc(sizeof *p);
    int positive = 0;

    if (p != NULL) {
        positive = *p > 0; /* finds: uninitialised-read */
    }
    free(p);
    return positive - positive;
}
