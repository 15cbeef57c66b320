/* C17 6.5.6p8: a pointer that has walked and come back. */
#include <stdlib.h>

int main(void)
{
    char *p = malloc(10);

    p += 10;
    p -= 10;
    free(p);
    return 0;
}
