/* C17 7.22.3.3p2: two pointers, one block. */
#include <stdlib.h>

int main(void)
{
    char *p = malloc(10);
    char *q = p;

    free(p);
    free(q); /* finds: double-free */
    return 0;
}
