/* C17 7.22.3.3p2: a static object is never freed. */
#include <stdlib.h>

static int table[4];

int main(void)
{
    free(table); /* finds: invalid-free */
    return 0;
}
