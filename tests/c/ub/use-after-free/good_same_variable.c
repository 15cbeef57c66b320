/* C17 6.2.4p2: the variable is the same, the block is new. */
#include <stdlib.h>

int main(void)
{
    int *p = malloc(sizeof *p);

    free(p);
    p = malloc(sizeof *p);
    if (p == NULL) {
        return 1;
    }
    *p = 1;
    free(p);
    return 0;
}
