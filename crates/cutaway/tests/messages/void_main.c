#include <stdio.h>

void main(void)
{
    printf("hello\n");
}
