#include <stdio.h>

int main(void)
{
    int a[0];
    printf("%d\n", (int)sizeof a);
    return 0;
}
