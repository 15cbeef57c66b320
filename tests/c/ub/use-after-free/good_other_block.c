/* C17 6.2.4p2: the neighbour of a freed block lives on. */
#include <stdlib.h>

int main(void)
{
    int *a = malloc(sizeof *a);
    int *b = malloc(sizeof *b);

    if (a == NULL || b == NULL) {
        return 1;
    }
    *b = 0;
    free(a);
    *b += 1;
    free(b);
    return 0;
}
