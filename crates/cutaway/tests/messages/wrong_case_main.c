#include <stdio.h>

int Main(void)
{
    printf("hello\n");
    return 0;
}
