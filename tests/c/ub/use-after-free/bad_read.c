/* C17 6.2.4p2: the block's lifetime ended in free. */
#include <stdlib.h>

int main(void)
{
    int *p = calloc(1, sizeof *p);

    if (p == NULL) {
        return 1;
    }
    free(p);
    return *p == 12345; /* finds: use-after-free */
}
