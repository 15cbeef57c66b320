/* wcspbrk.c: find any of some wide characters. C17 7.29.4.5.3. */
#include <wchar.h>

wchar_t *wcspbrk(const wchar_t *string, const wchar_t *accepted)
{
    string += wcscspn(string, accepted);
    return *string != 0 ? (wchar_t *)string : NULL;
}
