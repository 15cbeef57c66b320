#include <stdlib.h>

int main(void)
{
    int *p = new int[3];
    free(p);
    return 0;
}
