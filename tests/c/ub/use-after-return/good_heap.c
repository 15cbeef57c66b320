/* C17 6.2.4p2: a heap object outlives the function that made it. */
#include <stdlib.h>

static int *make(int value)
{
    int *p = malloc(sizeof *p);

    if (p != NULL) {
        *p = value;
    }
    return p;
}

int main(void)
{
    int *p = make(0);
    int value;

    if (p == NULL) {
        return 1;
    }
    value = *p;
    free(p);
    return value;
}
