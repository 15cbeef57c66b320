/*
 * open_memstream.c: a stream whose output becomes an allocated array. POSIX.
 *
 * The user's pointer and size are brought up to date whenever the stream is flushed or closed; a
 * null character always follows what was written.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "../internal/stream.h"

struct memory_stream {
    struct opened_stream opened; /* first, so that a pointer to it is one to the whole */
    char **result;
    size_t *result_size;
    size_t capacity; /* of the array, without the null character */
    size_t length;
    size_t place;
};

static void tell(struct memory_stream *memory)
{
    *memory->result_size = memory->place < memory->length ? memory->place : memory->length;
}

/* Makes the array reach so far; false without memory. */
static bool reach(struct memory_stream *memory, size_t wanted)
{
    size_t capacity = memory->capacity * 2 > wanted ? memory->capacity * 2 : wanted;
    char *moved;

    if (wanted <= memory->capacity) {
        return true;
    }
    moved = realloc(*memory->result, capacity + 1);
    if (moved == NULL) {
        return false;
    }
    memset(moved + memory->capacity, 0, capacity + 1 - memory->capacity);
    *memory->result = moved;
    memory->capacity = capacity;
    return true;
}

static ssize_t write_memory(FILE *stream, const unsigned char *from, size_t count)
{
    struct memory_stream *memory = (struct memory_stream *)stream;
    size_t end = memory->place + count;

    if (!reach(memory, end)) {
        return -1;
    }
    memcpy(*memory->result + memory->place, from, count);
    memory->place = end;
    if (end > memory->length) {
        memory->length = end;
        (*memory->result)[end] = '\0';
    }
    tell(memory);
    return (ssize_t)count;
}

static off_t seek_memory(FILE *stream, off_t offset, int origin)
{
    struct memory_stream *memory = (struct memory_stream *)stream;
    off_t base = origin == SEEK_CUR   ? (off_t)memory->place
                 : origin == SEEK_END ? (off_t)memory->length
                                      : 0;

    if (origin < SEEK_SET || origin > SEEK_END || offset < -base) {
        errno = EINVAL;
        return -1;
    }
    memory->place = (size_t)(base + offset);
    tell(memory);
    return base + offset;
}

static const struct stream_device device = {NULL, write_memory, seek_memory, NULL};

FILE *open_memstream(char **result, size_t *size)
{
    struct memory_stream *memory = calloc(1, sizeof *memory);
    FILE *stream;

    if (memory == NULL) {
        return NULL;
    }
    *result = calloc(1, 1);
    if (*result == NULL) {
        free(memory);
        return NULL;
    }
    *size = 0;
    memory->result = result;
    memory->result_size = size;
    stream = &memory->opened.file;
    stream->device = &device;
    stream->buffer = memory->opened.buffer;
    stream->capacity = sizeof memory->opened.buffer;
    stream->descriptor = -1;
    stream->buffering = _IOFBF;
    stream->pushed_back = EOF;
    stream->pushed_back_wide = WEOF;
    stream->allocated = true;
    stream->writable = true;
    __cutaway_list_stream(stream);
    return stream;
}
