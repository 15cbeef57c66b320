/* C17 7.22.3.5p3: nor is an array that malloc did not make. */
#include <stdlib.h>

int main(void)
{
    char buffer[16];
    char *p = buffer;
    char *q = realloc(p, 20); /* finds: bad-realloc */

    return q == NULL;
}
