/* Lesson: a literal lives in read-only data; an array initialised with it is a copy of its own. */
#include <stdio.h>

int main(void)
{
    const char *literal = "hello";
    char copy[] = "hello";

    copy[0] = 'j';
    printf("%s, %s\n", literal, copy);
    printf("the pointer has %zu bytes, the array %zu\n", sizeof literal, sizeof copy);
    return 0;
}
