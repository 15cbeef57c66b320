/* stdout.c: standard output, with its buffer; always by lines, as on a terminal. C17 7.21.3p7. */
#include "../internal/stream.h"

static unsigned char buffer[BUFSIZ];
static struct __cutaway_file file = {
    .buffer = buffer,
    .capacity = BUFSIZ,
    .descriptor = 1,
    .buffering = _IOLBF,
    .pushed_back = EOF,
    .pushed_back_wide = WEOF,
    .writable = true,
};

FILE *const stdout = &file;
