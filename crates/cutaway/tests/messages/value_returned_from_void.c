#include <stdio.h>

void greet(void)
{
    printf("hello\n");
    return 1;
}

int main(void)
{
    greet();
    return 0;
}
