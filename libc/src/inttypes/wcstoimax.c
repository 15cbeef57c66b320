/* wcstoimax.c: strtoimax for wide strings. C17 7.8.2.4. */
#include <inttypes.h>
#include <wchar.h>

intmax_t wcstoimax(const wchar_t *restrict string, wchar_t **restrict end, int base)
{
    return wcstol(string, end, base);
}
