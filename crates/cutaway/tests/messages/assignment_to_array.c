#include <stdio.h>

int main(void)
{
    char name[10];
    name = "Ada";
    puts(name);
    return 0;
}
