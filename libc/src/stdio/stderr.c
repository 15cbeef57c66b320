/* stderr.c: standard error, without a buffer. C17 7.21.3p7. */
#include "../internal/stream.h"

static struct __cutaway_file file = {
    .descriptor = 2,
    .buffering = _IONBF,
    .pushed_back = EOF,
    .writable = true,
};

FILE *const stderr = &file;
