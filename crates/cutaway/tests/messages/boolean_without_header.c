#include <stdio.h>

int main(void)
{
    bool done = true;
    printf("%d\n", done);
    return 0;
}
