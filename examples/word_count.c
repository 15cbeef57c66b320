/* Lesson: a program reads its input one character at a time, from a buffer in its own memory. */
#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>

int main(void)
{
    long lines = 0;
    long words = 0;
    long characters = 0;
    bool in_word = false;
    int c;

    while ((c = getchar()) != EOF) {
        characters++;
        if (c == '\n') {
            lines++;
        }
        if (isspace(c)) {
            in_word = false;
        } else if (!in_word) {
            in_word = true;
            words++;
        }
    }
    printf("%ld lines, %ld words, %ld characters\n", lines, words, characters);
    return 0;
}
