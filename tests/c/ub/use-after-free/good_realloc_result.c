/* C17 7.22.3.5p4: only the result of realloc is used afterwards. */
#include <stdlib.h>

int main(void)
{
    int *p = NULL;
    int result;

    for (int count = 1; count <= 64; count *= 2) {
        int *q = realloc(p, (unsigned long)count * sizeof *q);

        if (q == NULL) {
            free(p);
            return 1;
        }
        p = q;
        p[count - 1] = 0;
    }
    result = p[0];
    free(p);
    return result;
}
