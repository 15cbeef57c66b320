/* C17 7.22.3.5: an index survives a realloc; the pointer is formed anew. */
#include <stdlib.h>

int main(void)
{
    int *a = calloc(2, sizeof *a);
    int *b;
    int *element;
    long index;

    if (a == NULL) {
        return 1;
    }
    element = a + 1;
    index = element - a;
    b = realloc(a, 200 * sizeof *b);
    if (b == NULL) {
        return 1;
    }
    element = b + index;
    index = *element;
    free(b);
    return (int)index;
}
