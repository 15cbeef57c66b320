#include <stdio.h>

int main(void)
{
    int x = 3;
    if (x = 5)
        printf("five\n");
    return 0;
}
