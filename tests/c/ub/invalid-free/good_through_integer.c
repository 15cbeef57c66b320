/* C17 6.3.2.3p6, 7.20.1.4: to an integer and back. */
#include <stdint.h>
#include <stdlib.h>

int main(void)
{
    char *p = malloc(10);
    uintptr_t number = (uintptr_t)p;

    free((void *)number);
    return 0;
}
