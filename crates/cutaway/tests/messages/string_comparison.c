#include <stdio.h>

int main(void)
{
    char name[] = "Ada";
    if (name == "Ada")
        puts("yes");
    return 0;
}
