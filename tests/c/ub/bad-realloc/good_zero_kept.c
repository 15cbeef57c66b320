/* C17 7.22.3.5p3: when it fails, the block lives on. */
#include <stdlib.h>

int main(void)
{
    char *p = malloc(100);
    char *q;

    p[0] = 0;
    q = realloc(p, (size_t)-1);
    if (q == NULL) {
        q = p;
    }
    free(q);
    return 0;
}
