/* strpbrk.c: find the first of any of the accepted characters. C17 7.24.5.4. */
#include <string.h>

char *strpbrk(const char *string, const char *accepted)
{
    string += strcspn(string, accepted);
    return *string == '\0' ? NULL : (char *)string;
}
