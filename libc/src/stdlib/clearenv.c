/* clearenv.c: remove all variables from the environment. GNU. */
#include <stdlib.h>
#include <unistd.h>

int clearenv(void)
{
    environ = NULL;
    return 0;
}
