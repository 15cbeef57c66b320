/* C17 7.22.3.3p2: nor is a string literal. */
#include <stdlib.h>

int main(void)
{
    char *name = "ada";

    free(name); /* finds: invalid-free */
    return 0;
}
