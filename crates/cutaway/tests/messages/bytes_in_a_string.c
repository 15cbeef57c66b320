#include <stdio.h>

int main(void)
{
    /* grüße: in a comment it is nobody's business */
    puts("grüße");
    return 0;
}
