/* C17 6.4.4.4, 6.4.5: escapes and concatenation. */
#include <stdio.h>

int main(void)
{
    const char *s = "con" "cat"
                    "enation";
    char codes[] = "\a\b\f\n\r\t\v\\\'\"\?\0x\101\x41\x7e" "1";

    puts(s);
    for (unsigned i = 0; i < sizeof codes; i++)
        printf("%d ", codes[i]);
    puts("");
    printf("%d %d %d %d\n", 'a', '\n', '\'', '\377');
    printf("%zu %zu\n", sizeof "", sizeof "a\0b");
    printf("tab\tquote\"back\\slash\n");
    printf("%s\n", "line one\n"
                   "line two");
    printf("%c%c\n", "abc"[1], *"xyz");
    printf("%s %zu\n", "\xc3\xa9", sizeof "é");
    printf("split \
line\n");
    return 0;
}
