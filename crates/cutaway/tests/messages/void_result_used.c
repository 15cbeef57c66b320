#include <stdio.h>

void greet(void)
{
    printf("hello\n");
}

int main(void)
{
    int x = greet();
    return x;
}
