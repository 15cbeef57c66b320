/* arguments.c: the arguments of execl and its like, as an array. POSIX. */
#include "../internal/execute.h"

size_t __cutaway_count_arguments(const char *first, va_list rest)
{
    size_t count = 0;

    for (const char *argument = first; argument != NULL; argument = va_arg(rest, const char *)) {
        count++;
    }
    return count;
}

void __cutaway_fill_arguments(char **to, const char *first, va_list *rest)
{
    *to = (char *)first;
    while (*to != NULL) {
        *++to = va_arg(*rest, char *);
    }
}
