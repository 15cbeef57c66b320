/* strncmp.c: compare at most count characters of strings. C17 7.24.4.4. */
#include <string.h>

int strncmp(const char *left, const char *right, size_t count)
{
    while (count > 0 && *left != '\0' && *left == *right) {
        left++;
        right++;
        count--;
    }
    return count == 0 ? 0 : (unsigned char)*left - (unsigned char)*right;
}
