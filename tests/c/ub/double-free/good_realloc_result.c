/* C17 7.22.3.5p2: after realloc the block is freed through its result. */
#include <stdlib.h>

int main(void)
{
    char *p = malloc(16);
    char *q = realloc(p, 5000);

    free(q);
    return 0;
}
