#include <stdio.h>

int main(void)
{
    char *s = "Ada" + "Lovelace";
    puts(s);
    return 0;
}
