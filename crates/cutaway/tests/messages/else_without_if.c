#include <stdio.h>

int main(void)
{
    int x = 1;
    if (x > 0)
        printf("positive\n");
        x = 0;
    else
        printf("negative\n");
    return 0;
}
