/* vswprintf.c: formatted wide output to an array; what does not fit is an error. C17 7.29.2.7. */
#include <errno.h>
#include <stdlib.h>

#include "../internal/format.h"
#include "../internal/narrow.h"

struct wide_array_sink {
    struct sink sink; /* first, so that a pointer to it is one to the whole */
    wchar_t *next;
    size_t room; /* without the terminating null */
    mbstate_t state;
};

static bool put_in_wide_array(struct sink *sink, const char *characters, size_t count)
{
    struct wide_array_sink *array = (struct wide_array_sink *)sink;

    while (count > 0) {
        wchar_t c;
        size_t taken = mbrtowc(&c, characters, count, &array->state);

        if (taken == (size_t)-1) {
            return false;
        }
        if (taken == (size_t)-2) {
            return true;
        }
        if (array->room == 0) {
            errno = EOVERFLOW;
            return false;
        }
        taken = taken == 0 ? 1 : taken;
        *array->next++ = c;
        array->room--;
        characters += taken;
        count -= taken;
    }
    return true;
}

int vswprintf(wchar_t *restrict to, size_t size, const wchar_t *restrict format,
              va_list arguments)
{
    struct wide_array_sink array = {{put_in_wide_array, true}, to, size - 1, {0}};
    char *bytes;
    int count = -1;

    if (size == 0) {
        return -1;
    }
    bytes = __cutaway_narrow_format(format);
    if (bytes != NULL) {
        count = __cutaway_format(&array.sink, bytes, arguments);
    }
    free(bytes);
    *array.next = 0;
    return count;
}
