/* C17 7.22.3.3p2: the bytes were handed out again; the old pointer is still a dead one. */
#include <stdlib.h>

int main(void)
{
    char *p = malloc(24);
    char *q;

    free(p);
    q = malloc(24);
    free(p); /* finds: double-free */
    return q == NULL;
}
