/* C17 7.22.3.5p2: smaller, and larger again. */
#include <stdlib.h>

int main(void)
{
    char *p = malloc(100);

    p = realloc(p, 10);
    p = realloc(p, 90);
    p[89] = 1;
    free(p);
    return 0;
}
