/* wcscspn.c: how many wide characters at the start are not rejected. C17 7.29.4.5.2. */
#include <wchar.h>

size_t wcscspn(const wchar_t *string, const wchar_t *rejected)
{
    size_t length = 0;

    while (string[length] != 0 && wcschr(rejected, string[length]) == NULL) {
        length++;
    }
    return length;
}
