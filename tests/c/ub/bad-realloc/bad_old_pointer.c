/* C17 7.22.3.5p3: the pointer from before the block was resized in place. */
#include <stdlib.h>

int main(void)
{
    char *p = malloc(100);
    char *q = realloc(p, 50);
    char *r = realloc(p, 40); /* finds: bad-realloc */

    return q == r;
}
