/* strcoll.c: compare strings by the locale, which is always "C". C17 7.24.4.3. */
#include <string.h>

int strcoll(const char *left, const char *right)
{
    return strcmp(left, right);
}
