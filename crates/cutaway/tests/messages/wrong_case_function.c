#include <stdio.h>

int main(void)
{
    Printf("hello\n");
    return 0;
}
