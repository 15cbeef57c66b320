#include <stdio.h>

int main(void)
{
    int x = 3;
    printf("%s\n", x);
    printf("%d\n", "three");
    return 0;
}
