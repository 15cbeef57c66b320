/* POSIX and BSD: copies that end exactly where their objects do. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

int main(void)
{
    char word[6];
    wchar_t wide[4];
    FILE *file = tmpfile();
    char *line = NULL;
    size_t capacity = 0;
    int wrong = strlcpy(word, "longer than that", sizeof word) != 16;

    wrong |= stpcpy(word, "12345") != word + 5;
    wrong |= mbstowcs(wide, "abcdef", 4) != 4;
    fputs("one line\n", file);
    rewind(file);
    wrong |= fread(word, 1, sizeof word, file) != sizeof word;
    wrong |= getline(&line, &capacity, file) != 3;
    free(line);
    fclose(file);
    return wrong;
}
