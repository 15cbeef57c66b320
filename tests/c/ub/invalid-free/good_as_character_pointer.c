/* C17 7.22.3.3p2: the type of the pointer does not matter, its value does. */
#include <stdlib.h>

int main(void)
{
    int *p = malloc(sizeof *p);
    char *c = (char *)p;

    free(c);
    return 0;
}
