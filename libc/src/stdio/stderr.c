/* stderr.c: standard error; without a buffer until it is given one. C17 7.21.3p7. */
#include "../internal/stream.h"

static unsigned char buffer[BUFSIZ];
static struct __cutaway_file file = {
    .buffer = buffer,
    .capacity = BUFSIZ,
    .descriptor = 2,
    .buffering = _IONBF,
    .pushed_back = EOF,
    .pushed_back_wide = WEOF,
    .writable = true,
};

FILE *const stderr = &file;
