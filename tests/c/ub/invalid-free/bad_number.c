/* C17 7.22.3.3p2: an address out of the air. */
#include <stdlib.h>

int main(void)
{
    free((void *)0x1234560); /* finds: invalid-free */
    return 0;
}
