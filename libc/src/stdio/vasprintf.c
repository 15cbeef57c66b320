/* vasprintf.c: formatted output to an array that is allocated for it. GNU. */
#include <stdio.h>
#include <stdlib.h>

int vasprintf(char **restrict to, const char *restrict format, va_list arguments)
{
    va_list again;
    int count;

    va_copy(again, arguments);
    count = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (count < 0) {
        return -1;
    }
    *to = malloc((size_t)count + 1);
    return *to == NULL ? -1 : vsnprintf(*to, (size_t)count + 1, format, arguments);
}
