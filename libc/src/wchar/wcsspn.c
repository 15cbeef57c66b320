/* wcsspn.c: how many wide characters at the start are accepted. C17 7.29.4.5.5. */
#include <wchar.h>

size_t wcsspn(const wchar_t *string, const wchar_t *accepted)
{
    size_t length = 0;

    while (string[length] != 0 && wcschr(accepted, string[length]) != NULL) {
        length++;
    }
    return length;
}
