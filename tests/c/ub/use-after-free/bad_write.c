/* C17 6.2.4p2: a write to the freed block lands in the allocator's list. */
#include <stdlib.h>

int main(void)
{
    long *p = malloc(sizeof *p);

    if (p == NULL) {
        return 1;
    }
    free(p);
    *p = 0; /* finds: use-after-free */
    return 0;
}
