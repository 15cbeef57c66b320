/* Lesson: the strings of argv lie above main's frame, put there before the first instruction. */
#include <stdio.h>

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        printf("argument %d: %s\n", i, argv[i]);
    }
    printf("%d arguments\n", argc - 1);
    return argv[argc] == NULL ? 0 : 1;
}
