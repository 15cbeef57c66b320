#include <stdio.h>

int main(void)
{
    int x = 1;
    if (x > 5);
        printf("large\n");
    else
        printf("small\n");
    return 0;
}
