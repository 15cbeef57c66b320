#include <stdio.h>

int main(void)
{
    int x = 1;
    if (x > 5);
    {
        printf("large\n");
    }
    return 0;
}
