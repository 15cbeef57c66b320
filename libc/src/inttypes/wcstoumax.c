/* wcstoumax.c: strtoumax for wide strings. C17 7.8.2.4. */
#include <inttypes.h>
#include <wchar.h>

uintmax_t wcstoumax(const wchar_t *restrict string, wchar_t **restrict end, int base)
{
    return wcstoul(string, end, base);
}
