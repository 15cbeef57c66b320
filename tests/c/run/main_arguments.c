/* C17 5.1.2.2.1: argc, argv, and its end. */
#include <stdio.h>

int main(int argc, char *argv[])
{
    printf("%d %d %d\n", argc, argv[0] != 0, argv[argc] == 0);
    for (char **a = argv + 1; *a; a++)
        puts(*a);
    return argc + 6;
}
