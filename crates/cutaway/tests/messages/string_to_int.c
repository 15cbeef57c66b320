#include <stdio.h>

int main(void)
{
    int x = "a";
    printf("%d\n", x);
    return 0;
}
