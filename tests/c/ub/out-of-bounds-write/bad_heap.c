/* C17 6.5.6p8: one past a heap block. */
#include <stdlib.h>

int main(void)
{
    char *p = malloc(10);

    if (p == NULL) {
        return 1;
    }
    for (int i = 0; i <= 10; i++) {
        p[i] = 'x'; /* finds: out-of-bounds-write */
    }
    free(p);
    return 0;
}
