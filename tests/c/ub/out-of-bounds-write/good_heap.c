/* C17 7.22.3.4: all of a heap block, to the last byte. */
#include <stdlib.h>

int main(void)
{
    char *p = malloc(10);

    if (p == NULL) {
        return 1;
    }
    for (int i = 0; i < 10; i++) {
        p[i] = 'x';
    }
    free(p);
    return 0;
}
