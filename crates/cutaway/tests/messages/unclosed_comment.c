#include <stdio.h>

int main(void)
{
    /* greet the user
    printf("hello\n");
    return 0;
}
