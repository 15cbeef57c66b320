/* C17 7.22.3.5p2: each realloc is given what the one before returned. */
#include <stdlib.h>

int main(void)
{
    char *p = NULL;

    for (int size = 1; size < 10000; size *= 3) {
        p = realloc(p, size);
    }
    free(p);
    return 0;
}
