/* C17 7.22.3.3p2: the start of each block, from a table. */
#include <stdlib.h>

int main(void)
{
    char *blocks[3];

    for (int i = 0; i < 3; i++) {
        blocks[i] = malloc(8 + i);
    }
    for (int i = 2; i >= 0; i--) {
        free(blocks[i]);
    }
    return 0;
}
