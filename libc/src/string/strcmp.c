/* strcmp.c: compare strings, as unsigned characters. C17 7.24.4.2. */
#include <string.h>

int strcmp(const char *left, const char *right)
{
    while (*left != '\0' && *left == *right) {
        left++;
        right++;
    }
    return (unsigned char)*left - (unsigned char)*right;
}
