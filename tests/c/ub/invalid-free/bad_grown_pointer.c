/* C17 7.22.3.3p2: the pointer has walked through the block. */
#include <stdlib.h>

int main(void)
{
    char *p = malloc(32);

    for (int i = 0; i < 16; i++) {
        *p++ = 'x';
    }
    free(p); /* finds: invalid-free */
    return 0;
}
