/* C17 7.22.3.3p2: an object that malloc did not make. */
#include <stdlib.h>

int main(void)
{
    int local = 1;
    int *p = &local;

    free(p); /* finds: invalid-free */
    return 0;
}
