/* Lesson: when the last pointer to a heap block goes, nobody can free it any more. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int shout(const char *word)
{
    size_t length = strlen(word);
    char *copy = malloc(length + 2);

    if (copy == NULL) {
        return 1;
    }
    strcpy(copy, word);
    copy[length] = '!';
    copy[length + 1] = '\0';
    puts(copy);
    return 0;
}

int main(void)
{
    shout("hello");
    shout("world");
    return 0;
}
