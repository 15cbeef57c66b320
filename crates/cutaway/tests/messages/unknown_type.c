#include <stdio.h>

int main(void)
{
    string name = "Ada";
    puts(name);
    return 0;
}
