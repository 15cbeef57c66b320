/* C17 7.22.4.6: getenv of what is not there. */
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    printf("%d\n", getenv("CUTAWAY_NO_SUCH_VARIABLE") == NULL);
    return 0;
}
