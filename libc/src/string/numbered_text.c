/* numbered_text.c: "Unknown error 1000" and the like, without the printf family. */
#include <string.h>

#include "../internal/text.h"

char *__cutaway_numbered_text(char *buffer, const char *words, int number)
{
    unsigned int magnitude = number < 0 ? 0U - (unsigned int)number : (unsigned int)number;
    char digits[12];
    char *first = digits + sizeof digits - 1;

    *first = '\0';
    do {
        *--first = (char)('0' + magnitude % 10);
        magnitude /= 10;
    } while (magnitude != 0);
    if (number < 0) {
        *--first = '-';
    }
    strcpy(buffer, words);
    return strcat(buffer, first);
}
