/* C17 7.22.3.5p2: realloc has freed the old block already. */
#include <stdlib.h>

int main(void)
{
    char *p = malloc(16);
    char *wall = malloc(16);
    char *q = realloc(p, 5000);

    free(p); /* finds: double-free */
    free(wall);
    free(q);
    return 0;
}
