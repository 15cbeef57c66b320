/*
 * fmemopen.c: a stream on an array. POSIX.
 *
 * The array has a size, up to which can be written, and a length, up to which can be read. A null
 * character follows what was written, if there is room for it.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>

#include "../internal/stream.h"

struct array_stream {
    struct opened_stream opened; /* first, so that a pointer to it is one to the whole */
    char *array;
    size_t size;
    size_t length;
    size_t place;
    bool owned; /* it was allocated here */
};

static ssize_t read_array(FILE *stream, unsigned char *to, size_t count)
{
    struct array_stream *array = (struct array_stream *)stream;
    size_t rest = array->place < array->length ? array->length - array->place : 0;

    count = count < rest ? count : rest;
    memcpy(to, array->array + array->place, count);
    array->place += count;
    return (ssize_t)count;
}

static ssize_t write_array(FILE *stream, const unsigned char *from, size_t count)
{
    struct array_stream *array = (struct array_stream *)stream;
    size_t rest;

    if (stream->appends) {
        array->place = array->length;
    }
    rest = array->place < array->size ? array->size - array->place : 0;
    if (rest == 0) {
        errno = ENOSPC;
        return -1;
    }
    count = count < rest ? count : rest;
    memcpy(array->array + array->place, from, count);
    array->place += count;
    if (array->place > array->length) {
        array->length = array->place;
        if (array->length < array->size) {
            array->array[array->length] = '\0';
        }
    }
    return (ssize_t)count;
}

static off_t seek_array(FILE *stream, off_t offset, int origin)
{
    struct array_stream *array = (struct array_stream *)stream;
    off_t base = origin == SEEK_CUR   ? (off_t)array->place
                 : origin == SEEK_END ? (off_t)array->length
                                      : 0;

    if (origin < SEEK_SET || origin > SEEK_END || offset < -base ||
        offset > (off_t)array->size - base) {
        errno = EINVAL;
        return -1;
    }
    array->place = (size_t)(base + offset);
    return base + offset;
}

static int close_array(FILE *stream)
{
    struct array_stream *array = (struct array_stream *)stream;

    if (array->owned) {
        free(array->array);
    }
    return 0;
}

static const struct stream_device device = {read_array, write_array, seek_array, close_array};

/* What the mode says of the array's length, and of where the stream begins. */
static void begin(struct array_stream *array, int flags)
{
    if ((flags & O_TRUNC) != 0 && array->size > 0) {
        array->array[0] = '\0';
    } else if ((flags & O_APPEND) != 0) {
        array->length = strnlen(array->array, array->size);
        array->place = array->length;
    } else {
        array->length = array->size;
    }
}

FILE *fmemopen(void *restrict bytes, size_t size, const char *restrict mode)
{
    int flags = __cutaway_open_flags(mode);
    struct array_stream *array;

    if (flags < 0) {
        return NULL;
    }
    array = calloc(1, sizeof *array);
    if (array == NULL) {
        return NULL;
    }
    array->owned = bytes == NULL;
    array->array = bytes != NULL ? bytes : calloc(1, size + 1);
    if (array->array == NULL) {
        free(array);
        return NULL;
    }
    array->size = size;
    begin(array, flags);
    array->opened.file.buffer = array->opened.buffer;
    array->opened.file.capacity = sizeof array->opened.buffer;
    array->opened.file.allocated = true;
    __cutaway_attach_stream(&array->opened.file, -1, flags);
    array->opened.file.device = &device;
    array->opened.file.buffering = _IOFBF;
    return &array->opened.file;
}
