#include <stdio.h>

int main(void)
{
    int x = 1;
    if (x > 0)
        break;
    return 0;
}
