#include <stdio.h>

int main(void)
{
    long __int128 big = 1;

    printf("%d\n", (int)big);
    return 0;
}
