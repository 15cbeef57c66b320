#include <stdio.h>

int main(void)
{
    void x;
    x = 1;
    return 0;
}
