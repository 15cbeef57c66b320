/* C17 7.22.3.3p2: a block freed in between does not make the second time right. */
#include <stdlib.h>

int main(void)
{
    char *p = malloc(10);
    char *q = malloc(10);

    free(p);
    free(q);
    free(p); /* finds: double-free */
    return 0;
}
