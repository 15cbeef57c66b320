#include <stdio.h>

int main(void)
{
    int counter = 3;
    printf("%d\n", conter);
    return conter;
}
