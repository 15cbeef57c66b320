/* C17 7.22.3.5p3: only the start of a block is. */
#include <stdlib.h>

int main(void)
{
    char *p = malloc(100);
    char *q = realloc(p + 16, 20); /* finds: bad-realloc */

    return q == NULL;
}
