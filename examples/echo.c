/* Lesson: fgets never writes past the array that it is given, however long the line is. */
#include <stdio.h>

int main(void)
{
    char line[16];
    int number = 0;

    while (fgets(line, sizeof line, stdin) != NULL) {
        number++;
        printf("%2d: %s", number, line);
    }
    printf("\n%d pieces\n", number);
    return 0;
}
