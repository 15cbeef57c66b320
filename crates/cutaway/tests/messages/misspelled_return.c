#include <stdio.h>

int main(void)
{
    int x = 0;
    retrun x;
}
