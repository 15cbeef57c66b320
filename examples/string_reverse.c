/* Lesson: two pointers that walk towards each other turn a string around in its own place. */
#include <stdio.h>
#include <string.h>

void reverse(char *text)
{
    char *left = text;
    char *right = text + strlen(text);

    while (left < right) {
        char c = *left;

        right--;
        *left = *right;
        *right = c;
        left++;
    }
}

int main(void)
{
    char word[] = "stressed";

    printf("%s -> ", word);
    reverse(word);
    printf("%s\n", word);
    return 0;
}
