/* RISC-V psABI "C/C++ type representations": plain char is unsigned. */
#include <stdio.h>

int main(void)
{
    char c = (char)200;
    signed char s = (signed char)200;
    unsigned char u = 200;
    const char *text = "\xff\x80";

    printf("%d %d %d\n", c, s, u);
    printf("%d %d\n", text[0], text[1]);
    printf("%d %d\n", c == u, s == u);
    printf("%d %d\n", '\xff', c > 0);
    c = (char)-1;
    printf("%d\n", c);
    return 0;
}
