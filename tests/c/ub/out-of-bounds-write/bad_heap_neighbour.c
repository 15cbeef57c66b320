/* C17 6.5.6p8: it lands in another live block, and is no better for that. */
#include <stdlib.h>

int main(void)
{
    char *a = malloc(16);
    char *b = malloc(16);

    if (a == NULL || b == NULL) {
        return 1;
    }
    b[0] = 'b';
    a[32] = 'a'; /* finds: out-of-bounds-write */
    free(b);
    free(a);
    return 0;
}
