#include <stdio.h>

int main(void)
{
    char *s = 'a';
    puts(s);
    return 0;
}
