#include <stdio.h>

int main(void)
{
    char *s = 'hello';
    puts(s);
    return 0;
}
