/* stdin.c: standard input, with its buffer. C17 7.21.1p3. */
#include "../internal/stream.h"

static unsigned char buffer[BUFSIZ];
static struct __cutaway_file file = {
    .buffer = buffer,
    .capacity = BUFSIZ,
    .descriptor = 0,
    .buffering = _IOLBF,
    .pushed_back = EOF,
    .pushed_back_wide = WEOF,
    .readable = true,
};

FILE *const stdin = &file;
