#include <stdio.h>

Int main(void)
{
    return 0;
}
