/* C17 7.22.3.5p3: a freed block is not resized. */
#include <stdlib.h>

int main(void)
{
    char *p = malloc(10);
    char *q;

    free(p);
    q = realloc(p, 20); /* finds: bad-realloc */
    return q == NULL;
}
