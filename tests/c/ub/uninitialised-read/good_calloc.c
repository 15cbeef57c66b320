/* C17 7.22.3.2p2: calloc's bytes are zero. */
#include <stdlib.h>

int main(void)
{
    int *p = calloc(2, sizeof *p);
    int result;

    if (p == NULL) {
        return 1;
    }
    result = p[1];
    free(p);
    return result;
}
