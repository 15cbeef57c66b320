/* C17 7.22.3.3p2: a block for each iteration, at the same address each time. */
#include <stdlib.h>

int main(void)
{
    for (int i = 0; i < 3; i++) {
        int *p = malloc(sizeof *p);

        free(p);
    }
    return 0;
}
