/* fgets.c: read a line, or as much of it as fits. C17 7.21.7.2. */
#include <stdio.h>

char *fgets(char *restrict to, int size, FILE *restrict stream)
{
    int length = 0;

    while (length < size - 1) {
        int c = fgetc(stream);

        if (c == EOF && (length == 0 || ferror(stream))) {
            return NULL;
        }
        if (c == EOF) {
            break;
        }
        to[length++] = (char)c;
        if (c == '\n') {
            break;
        }
    }
    if (size < 1) {
        return NULL;
    }
    to[length] = '\0';
    return to;
}
