/* vdprintf.c: formatted output to a descriptor. POSIX. */
#include "../internal/stream.h"

int vdprintf(int descriptor, const char *restrict format, va_list arguments)
{
    unsigned char buffer[BUFSIZ];
    struct __cutaway_file file = {
        .buffer = buffer,
        .capacity = sizeof buffer,
        .descriptor = descriptor,
        .buffering = _IOFBF,
        .pushed_back = EOF,
        .pushed_back_wide = WEOF,
        .writable = true,
        .writing = true,
        .listed = true, /* so that nobody lists it: it dies here */
    };
    int count = vfprintf(&file, format, arguments);

    return __cutaway_stream_flush(&file) == EOF ? -1 : count;
}
