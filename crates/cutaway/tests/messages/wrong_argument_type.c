#include <stdio.h>

int length(const char *text)
{
    int n = 0;
    while (text[n])
        n++;
    return n;
}

int main(void)
{
    printf("%d\n", length(42));
    return 0;
}
